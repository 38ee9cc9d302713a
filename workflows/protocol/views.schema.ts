import { z } from 'zod';
import { deviceRequirement } from '#steps/device-check/schema';
import { faceFailure } from '#steps/face-check/schema';
import { stepView } from '#steps/schemas';
import { epochMs, stepId, ulid } from './text.schema';

export const stepStatus = z.enum(['done', 'now', 'next', 'waived', 'passed-on']);

/** Why time was not running, or was added: half-open intervals `[from, to)`; `to` is null while it lasts. */
export const clockCause = z.enum(['room-pause', 'own-pause', 'our-outage', 'candidate-outage']);
export const clockEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('interval'),
    cause: clockCause,
    from: epochMs,
    to: epochMs.nullable(),
    by: z.string(),
    /** Who ended it; null while it lasts. */
    endedBy: z.string().nullable(),
    /** The measured outages that staff answered with it; empty intervals give nothing back. */
    outages: z.array(ulid).optional(),
    /** When they did. */
    answeredAt: epochMs.optional(),
  }),
  z.strictObject({ kind: z.literal('extension'), ms: z.number(), at: epochMs, by: z.string() }),
]);
export type ClockEntry = z.infer<typeof clockEntry>;
export const clockView = z.strictObject({
  startedAt: epochMs,
  totalMs: z.number(),
  /** Null while paused: then `remainingMs` stands still. */
  deadlineAt: epochMs.nullable(),
  remainingMs: z.number(),
  closingUntil: epochMs.nullable(),
  pausedSince: epochMs.nullable(),
  extendedMs: z.number(),
  creditedMs: z.number(),
  ledger: z.array(clockEntry),
});
export type ClockView = z.infer<typeof clockView>;

const positionView = z.strictObject({ epoch: z.number().int(), joinedAt: epochMs });

export const overView = z.strictObject({
  at: epochMs,
  by: z.string(),
  cause: z.enum(['staff', 'clock', 'room-closed', 'finished']),
});

/** A stage that left its provider for connections from browser to browser: its candidate's trouble, or the room's. */
export const videoFallback = z.strictObject({
  stage: z.enum(['waiting', 'interview']),
  generation: z.number().int(),
  since: epochMs,
  cause: z.enum(['join', 'room']),
});
export type VideoFallback = z.infer<typeof videoFallback>;

/** What the candidate's own pages know: nothing of staff's notes, scores or other candidates. */
export const candidateView = z.strictObject({
  sittingId: ulid,
  revision: z.number().int(),
  at: epochMs,
  phase: z.enum(['going-on', 'over']),
  steps: z.array(
    z.strictObject({ id: stepId, kind: z.string(), status: stepStatus, at: epochMs.nullable() }),
  ),
  stepId: stepId.nullable(),
  step: stepView.nullable(),
  clock: clockView.nullable(),
  positions: z.strictObject({ 1: positionView.nullable(), 2: positionView.nullable() }),
  /** `person-will-look`: an identity case is open; it holds back the result, never the exam. */
  identity: z.enum(['not-yet', 'passed', 'person-will-look', 'decided']),
  over: overView.nullable(),
  roomSeq: z.number().int(),
  /** The newest; a stage that opened later is back on its provider. Absent: none yet. */
  video: videoFallback.optional(),
});
export type CandidateView = z.infer<typeof candidateView>;

export const identityStatus = z.enum(['not-yet', 'passed', 'open', 'same', 'different', 'unsure']);

/** What consoles read of a sitting beside the candidate's view. Who sees the identity part is a policy. */
export const staffView = z.strictObject({
  view: candidateView,
  identity: z.strictObject({
    status: identityStatus,
    caseId: z.string().nullable(),
    reason: z.enum([...faceFailure.options, 'review', 'by-card']).nullable(),
    attemptsUsed: z.number().int(),
  }),
  waived: z.array(
    z.strictObject({
      step: stepId,
      requirement: z.union([deviceRequirement, z.literal('second-camera')]),
      by: z.string(),
      at: epochMs,
    }),
  ),
  /** Earlier first in the queue: deferrals, then entry. Null outside the waiting area. */
  queueKey: z.string().nullable(),
});
export type StaffView = z.infer<typeof staffView>;

/** The room as its workflow knows it. */
export const roomView = z.strictObject({
  roomId: ulid,
  revision: z.number().int(),
  phase: z.enum(['open', 'paused', 'closed']),
  lastSeq: z.number().int(),
  occupant: z
    .strictObject({ sittingId: ulid, phase: z.enum(['invited', 'inside']), by: z.string(), since: epochMs })
    .nullable(),
  pausedSince: epochMs.nullable(),
  /** Staff moved the room's open stages off their provider; absent: never. */
  video: z.strictObject({ since: epochMs, by: z.string() }).optional(),
  /** Papers that were dispatched, by their step; absent: none. */
  papers: z.array(z.strictObject({ paper: stepId, opensAt: epochMs, by: z.string() })).optional(),
});
export type RoomView = z.infer<typeof roomView>;
