import type { StepCommands, StepKind, StepMachines, StepViews } from '#steps/schemas';
import type { CollectedPaper } from '#steps/paper/schema';
import type { BreakCause, CollectedTakes } from '#steps/recording/schema';
import type { DeviceRequirement } from '#steps/device-check/schema';
import type { ClockFace, Ledger } from './clock';
import type { Challenge, FacePose, FaceVerdict } from './face';
import type { SittingOrder } from './orders.schema';
import type { Refusal } from './refusals';
import type { CandidateView, StaffView } from './views.schema';

/**
 * A command stamped before a step's own deadline may arrive this much later and still count, in ms.
 * The interview's clock has a longer grace of its own (`closingSeconds`).
 */
export const STAMP_GRACE_MS = 3_000;

/** When something counts, and who did it. */
export interface Moment {
  /** The instant it counts from: the stamp of a command, `effectiveAt` of an order, the deadline itself. */
  readonly at: number;
  /** When the sitting hears of it; never earlier things are computed from it. */
  readonly seenAt: number;
  /** `candidate`, `system`, or `staff:<id>`. */
  readonly by: string;
  /** Draws from [0, 1): the sandbox's own, repeatable on replay. */
  readonly random: () => number;
}

/** What a step may know of the sitting it is part of. */
export interface Surroundings {
  readonly positions: CandidateView['positions'];
  readonly waived: readonly (DeviceRequirement | 'second-camera')[];
  readonly ledger: Ledger;
  /** The roster's extra time, in ms. */
  readonly extraMs: number;
  readonly roomPaused: boolean;
  /** A device of the candidate is silent, or staff have not answered what was measured of it; absent: no. */
  readonly isOutageOpen?: boolean;
  /** Papers that the room dispatched, by their step; absent: none. */
  readonly dispatched?: readonly DispatchedPaper[];
}

/** A paper that a room's order gave to everybody, from `opensAt` on. */
export interface DispatchedPaper {
  readonly paper: string;
  readonly opensAt: number;
  readonly by: string;
}

/** Everything a behaviour reads: its part of the flow, its own state, the sitting around it. */
export interface Scene<K extends StepKind, S> {
  readonly step: StepMachines[K];
  readonly state: S;
  readonly around: Surroundings;
}

/** An invitation as it reaches the waiting step, with its number in the room. */
export interface Invitation {
  readonly kind: 'invite';
  readonly seq: number;
  readonly called: boolean;
  readonly reason: string | null;
}
type StepOrder =
  | Invitation
  /** The room's paper, from this instant on. */
  | { readonly kind: 'dispatch-paper'; readonly opensAt: number }
  | { readonly kind: 'collect' }
  | Extract<SittingOrder, { kind: 'defer' | 'dispatch' | 'ask-for-room' | 'end' | 'undo-end' | 'reopen' }>;

/** What came back from an effect that the step asked for. */
export type StepResult =
  | { readonly kind: 'face-verdict'; readonly nonce: string; readonly verdict: FaceVerdict }
  | { readonly kind: 'face-fault'; readonly nonce: string; readonly code: string }
  /** The candidate confirmed a set of sheets whose digests are on the server. */
  | {
      readonly kind: 'sheets-sealed';
      readonly setId: string;
      readonly version: number;
      readonly sheets: number;
      readonly digest: string;
    }
  /** All sheets of a sealed set are there and readable, the last one since `at`. */
  | { readonly kind: 'sheets-received'; readonly setId: string; readonly at: number }
  | { readonly kind: 'paper-collected'; readonly collected: CollectedPaper }
  /** A take's page is gone; the server's last slice of it ends at `at`, where there is one. */
  | {
      readonly kind: 'take-broken';
      readonly takeId: string;
      readonly at: number | null;
      readonly cause: BreakCause;
    }
  /** The candidate confirmed a take; the digests of its slices are sealed on the server. */
  | {
      readonly kind: 'take-confirmed';
      readonly takeId: string;
      readonly slices: number;
      readonly digest: string;
    }
  | { readonly kind: 'takes-collected'; readonly sealed: CollectedTakes };

/** What must reach the world; only the sitting workflow performs it. */
export type Effect =
  | {
      readonly kind: 'compare-face';
      readonly nonce: string;
      readonly asked: readonly Challenge[];
      readonly frames: readonly { readonly pose: FacePose; readonly keys: readonly string[] }[];
    }
  | {
      readonly kind: 'open-identity-case';
      readonly reason: NonNullable<StaffView['identity']['reason']>;
      readonly decidedBy: StepMachines['face-check']['decidedBy'];
      readonly stills: readonly string[];
    }
  /** Seals what counts of a paper: the last saved answers, or the last complete set of sheets. */
  | {
      readonly kind: 'collect-paper';
      readonly mode: 'online' | 'photographed';
      readonly until: number;
      /** Sealed sets that may count. */
      readonly sets: readonly string[];
    }
  /** Seals what counts of questions that nobody confirmed. */
  | {
      readonly kind: 'collect-takes';
      readonly until: number;
      readonly takes: readonly { readonly question: string; readonly takeId: string }[];
    }
  | {
      readonly kind: 'tell-room';
      readonly change: 'entered' | 'left' | 'declined' | 'missed';
      readonly at: number;
      readonly code: string | null;
      readonly seq: number | null;
    };

export interface EventDraft {
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An accepted change. Absent parts mean: nothing of the kind. */
export interface Outcome<S> {
  readonly state: S;
  readonly events: readonly EventDraft[];
  readonly effects?: readonly Effect[];
  /** The step is over and how; the sitting enters the next one. */
  readonly done?: 'done' | 'waived' | 'passed-on';
  /** Who or what ended it, where that is not the candidate finishing. */
  readonly ended?: { readonly by: string; readonly at: number; readonly cause: 'staff' | 'clock' };
  /** What is now known of who sits there. */
  readonly identity?: Partial<Pick<StaffView['identity'], 'status' | 'reason' | 'attemptsUsed'>>;
}

/**
 * A step kind: pure functions of its scene. They compute first and touch nothing; a refusal changes nothing.
 * State is plain JSON, so that it survives continue-as-new.
 */
export interface StepBehaviour<K extends StepKind, S> {
  enter(step: StepMachines[K], around: Surroundings, moment: Moment): Outcome<S>;
  accept(scene: Scene<K, S>, command: StepCommands[K], moment: Moment): Outcome<S> | Refusal;
  onOrder(scene: Scene<K, S>, order: StepOrder, moment: Moment): Outcome<S> | Refusal;
  onResult(scene: Scene<K, S>, result: StepResult, moment: Moment): Outcome<S> | Refusal;
  /** Called once `deadline` has passed and no order before it is missing. */
  onDeadline(scene: Scene<K, S>, moment: Moment): Outcome<S>;
  /** When the step wants to be called, in epoch ms; null: nothing to wait for. */
  deadline(scene: Scene<K, S>): number | null;
  /** The clock that pauses, extensions and credits act on; null where none runs. */
  clock(scene: Scene<K, S>): ClockFace | null;
  /** What must still reach the world where the sitting ends around the step; absent: nothing. */
  abandon?(scene: Scene<K, S>, moment: Moment): readonly Effect[];
  /** What the candidate's page shows. */
  view(scene: Scene<K, S>): StepViews[K];
}

export const event = (kind: string, details: EventDraft['details'] = {}): EventDraft => ({ kind, details });
