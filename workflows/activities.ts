import type { RecordedChange } from './protocol/events';
import type { FaceVerdict } from './protocol/face';
import type { IdentityCaseInput, IdentityCaseState } from './messages';
import type { MeasuredOutage } from './protocol/live.schema';
import type { NumberedOrder } from './protocol/orders.schema';
import type { RoomView, StaffView } from './protocol/views.schema';
import type { CollectedPaper } from './steps/paper/schema';
import type { CollectedTakes } from './steps/recording/schema';
import type { challenge, pose } from './steps/face-check/schema';
import type { z } from 'zod';

/**
 * The ports: what workflows ask of the world. Implemented in `activities/`, every one safe to repeat.
 */
export interface SittingPorts {
  /**
   * Writes event rows and the projection in one transaction, then publishes best effort.
   * Revision r is inserted only where r-1 is; already recorded revisions are passed over.
   * @throws ApplicationFailure RECORD_GAP (not retryable) when r-1 is missing
   */
  recordTransition(batch: {
    readonly sittingId: string;
    readonly roomId: string;
    readonly examId: string;
    readonly changes: readonly RecordedChange[];
    readonly view: StaffView;
  }): Promise<void>;
  /** Orders of the room after `after`, in order, that concern this sitting or all; `upTo` is the room's last number. */
  pullOrders(query: {
    readonly roomId: string;
    readonly sittingId: string;
    readonly after: number;
    /** A deadline waits: then `outages` are looked at too. */
    readonly isDue?: boolean;
  }): Promise<{
    readonly upTo: number;
    readonly orders: readonly NumberedOrder[];
    readonly outages?: OutagesAtDeadline;
  }>;
  /** Starts the identity case; starting it again is no error. */
  openIdentityCase(input: IdentityCaseInput): Promise<void>;
}

/** What has to be known of outages before a deadline is acted on. */
export interface OutagesAtDeadline {
  /** An outage of ours lasts, or its order has not reached the room's rows yet: nothing may be collected. */
  readonly isOursUnbooked: boolean;
  /** Silence of the candidate's own devices. */
  readonly measured: readonly MeasuredOutage[];
}

export interface RoomPorts {
  /** Inserts the rows of new orders and the room's projection, then publishes. Repeats are passed over. */
  recordOrders(batch: {
    readonly roomId: string;
    readonly orders: readonly NumberedOrder[];
    readonly room: RoomView;
  }): Promise<void>;
  /** Rings every sitting of the room that an order concerns: pool of 32, heartbeat cursor, absent ones are recorded. */
  ringDoorbells(query: {
    readonly roomId: string;
    readonly upTo: number;
    readonly to: string | null;
  }): Promise<{
    readonly rung: number;
    readonly absent: number;
  }>;
}

export interface IdentityCasePorts {
  recordIdentityCase(row: {
    readonly input: IdentityCaseInput;
    readonly state: IdentityCaseState;
    readonly note: string | null;
    readonly cardKey: string | null;
  }): Promise<void>;
  tellSitting(decision: {
    readonly sittingId: string;
    readonly caseId: string;
    readonly verdict: 'same' | 'different' | 'unsure';
    readonly by: string;
    readonly at: number;
  }): Promise<void>;
  deleteStills(query: { readonly caseId: string; readonly keys: readonly string[] }): Promise<void>;
}

export interface PaperPorts {
  /**
   * Seals what counts of one paper and says what that is: the last saved answers, or the last complete set of sheets,
   * else a set of the sheets that had arrived. Nothing older than the seal is taken afterwards. A repeat gives the same.
   */
  collectPaper(query: {
    readonly sittingId: string;
    readonly stepId: string;
    readonly mode: 'online' | 'photographed';
    /** When the writing or photographing was over: each ending seals once. */
    readonly until: number;
    /** Sets that the sitting took: others were refused and count for nothing. */
    readonly sets: readonly string[];
  }): Promise<CollectedPaper>;
}

export interface TakePorts {
  /**
   * Seals the digests of the slices that are known of each take; one of which nothing is known seals nothing. A repeat
   * for the same ending gives the same.
   */
  collectTakes(query: {
    readonly sittingId: string;
    readonly stepId: string;
    readonly until: number;
    readonly takes: readonly { readonly question: string; readonly takeId: string }[];
  }): Promise<CollectedTakes>;
}

/** On the task queue `vision`, as many at once as there are cores. */
export interface VisionPorts {
  /**
   * Compares one attempt's stills with the registered photo by the models.
   * @throws ApplicationFailure STILLS_MISSING, PHOTO_MISSING, MODEL_FAULT: a fault of ours, never an attempt
   */
  checkFace(query: {
    readonly sittingId: string;
    readonly photoKey: string | null;
    readonly asked: readonly z.infer<typeof challenge>[];
    readonly frames: readonly { readonly pose: z.infer<typeof pose>; readonly keys: readonly string[] }[];
  }): Promise<FaceVerdict>;
}
