import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { NumberedOrder, OutageOrder, RoomOrder, SittingOrder } from './protocol/orders.schema';
import type { FlowSnapshot } from './protocol/flow.schema';
import type { StageMark } from './protocol/video';
import type { CandidateView, RoomView, StaffView, VideoFallback } from './protocol/views.schema';
import type { BreakCause } from './steps/recording/schema';
import type { StepCommand } from './steps/schemas';

/** Everything a sitting is born with. Opaque ids and times only. */
export interface SittingInput {
  readonly sittingId: string;
  readonly examId: string;
  readonly roomId: string;
  readonly flow: FlowSnapshot;
  /** Key of the registered photo in storage, if there is one. */
  readonly photoKey: string | null;
  /** Added to every clock of this candidate (roster's extra time). */
  readonly extraMs: number;
  /** The exam's end: the sitting lingers until then, so that it can be reopened. */
  readonly closesAt: number;
  /** Events after which the run continues as new even before the server suggests it. */
  readonly historyLimit?: number;
}

export interface RoomInput {
  readonly roomId: string;
  readonly examId: string;
  readonly closesAt: number;
  /** Events after which the run continues as new even before the server suggests it. */
  readonly historyLimit?: number;
}

/** Stamped by the API when it received the request: this judges deadlines, not the workflow's own time. */
export interface Stamp {
  readonly commandId: string;
  readonly receivedAt: number;
  /** `candidate`, `system`, or `staff:<id>`. */
  readonly by: string;
}

/** Messages of the sitting itself rather than of a step. */
export type SittingCommand =
  | { readonly name: 'check-in' }
  /** The open stage left its video provider: the API saw its candidate fail to join, or the room's bridge is down. */
  | ({ readonly name: 'stage-fell-back' } & StageMark & Pick<VideoFallback, 'cause'>)
  /** A device holds a position; sent by the API after claim or pairing. */
  | { readonly name: 'position-joined'; readonly position: 1 | 2; readonly epoch: number }
  /** The candidate confirmed a set; the API has its digests in the database. For the paper step `stepId`. */
  | {
      readonly name: 'sheets-sealed';
      readonly setId: string;
      readonly version: number;
      readonly sheets: number;
      readonly digest: string;
    }
  /** All bytes of a sealed set have arrived and are readable. */
  | { readonly name: 'sheets-received'; readonly setId: string; readonly at: number }
  /** The page that recorded it is gone; the server's last slice ends at `at`. For the recording step `stepId`. */
  | {
      readonly name: 'take-broken';
      readonly takeId: string;
      readonly at: number | null;
      readonly cause: BreakCause;
    }
  /** The candidate confirmed a take; the API has sealed the digests of its slices in the database. */
  | {
      readonly name: 'take-confirmed';
      readonly takeId: string;
      readonly slices: number;
      readonly digest: string;
    };

export interface CommandRequest extends Stamp {
  /** Step the command is meant for; null for a SittingCommand. */
  readonly stepId: string | null;
  readonly command: StepCommand | SittingCommand;
  /** Highest room order the client has seen; the sitting pulls when it is behind. */
  readonly roomSeq: number;
}

export interface OrderRequest extends Stamp {
  readonly order: SittingOrder;
}

export interface RoomOrderRequest extends Stamp {
  readonly order: RoomOrder | OutageOrder;
}

/** Answer to every accepted command: the caller goes on without the projection. */
export interface CommandAnswer {
  readonly revision: number;
  readonly view: CandidateView;
}

/** The doorbell: "there are orders up to here". Applied in order, gaps are pulled. */
export interface Doorbell {
  readonly roomId: string;
  readonly upTo: number;
}

/** From a sitting to its room: the exam room was entered, left, or the invitation came to nothing. */
export interface Occupancy {
  readonly sittingId: string;
  readonly at: number;
  readonly change: 'entered' | 'left' | 'declined' | 'missed';
  readonly code: string | null;
  /** The invitation it answers, so that a late answer never frees the room of a later one; null for `left`. */
  readonly seq: number | null;
}

export interface IdentityDecision {
  readonly caseId: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly by: string;
  readonly at: number;
}

export const command = defineUpdate<CommandAnswer, [CommandRequest]>('command');
export const order = defineUpdate<CommandAnswer, [OrderRequest]>('order');
export const doorbell = defineSignal<[Doorbell]>('doorbell');
export const identityDecided = defineSignal<[IdentityDecision]>('identityDecided');
export const sittingState = defineQuery<StaffView>('sittingState');

export const roomOrder = defineUpdate<{ readonly seq: number; readonly room: RoomView }, [RoomOrderRequest]>(
  'roomOrder',
);
export const occupancy = defineSignal<[Occupancy]>('occupancy');
export const roomState = defineQuery<RoomView>('roomState');

export interface IdentityCaseInput {
  readonly caseId: string;
  readonly sittingId: string;
  readonly roomId: string;
  readonly stepId: string;
  readonly openedAt: number;
  readonly reason: string;
  readonly decidedBy: 'waiting-officer' | 'invigilator' | 'review-desk';
  /** Keys of the stills of all attempts; deleted some days after the decision. */
  readonly stills: readonly string[];
  /** How long the stills stay after the decision, in ms; seven days when absent. */
  readonly keepStillsMs?: number;
}

export interface DecisionRequest extends Stamp {
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly note: string | null;
  /** Key of the captured ID card, if one was taken. */
  readonly cardKey: string | null;
}

/** State of an identity case: `second-person` waits for somebody else to confirm "different". */
export interface IdentityCaseState {
  readonly caseId: string;
  readonly phase: 'open' | 'second-person' | 'decided';
  readonly firstBy: string | null;
  readonly verdict: 'same' | 'different' | 'unsure' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
}

export const decide = defineUpdate<IdentityCaseState, [DecisionRequest]>('decide');
export const identityCaseState = defineQuery<IdentityCaseState>('identityCaseState');

export type { NumberedOrder };
