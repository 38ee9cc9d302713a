import { z } from 'zod';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.union([z.literal(1), z.literal(2)]);
const positions = z.array(position).min(1).max(2);

const limits = {
  /** Question is read before the first take for so long; the page then begins by itself. 0: no preparation. */
  prepareSeconds: z.number().int().min(0).max(3_600),
  /** Longest take. */
  maxSeconds: z.number().int().min(5).max(3_600),
  /** How often the candidate may record again because he wants to. */
  retakes: z.number().int().min(0).max(20),
};

/** What may become of a broken take: gone on with or redone free, or only redone free. */
const brokenRule = z.enum(['continue-or-redo', 'redo']);
/** What counts of a question that nobody confirmed. `last-recorded`: also a broken take, where none is complete. */
const deadlineRule = z.enum(['last-complete', 'last-recorded', 'nothing']);

const question = z.strictObject({
  id: stepId,
  title: localText,
  text: localText,
  prepareSeconds: limits.prepareSeconds.default(0),
  maxSeconds: limits.maxSeconds.default(300),
  retakes: limits.retakes.default(2),
});

/** The video-upload exam (2.4.1 to 2.4.9). Questions are answered in their order, each with limits of its own. */
export const recordingConfig = z.strictObject({
  id: stepId,
  kind: z.literal('recording'),
  title: localText,
  text: localText.optional(),
  /** From entering until everything is confirmed; then what the flow says counts. */
  minutes: z.number().int().min(1).max(600),
  /** Which devices record. */
  positions: positions.default([1, 2]),
  /** Whose sound counts; the other one records none. */
  sound: position.default(1),
  broken: brokenRule.default('continue-or-redo'),
  atDeadline: deadlineRule.default('last-complete'),
  /** A take is held while a device that records is silent; otherwise it goes on, and a free redo is offered. */
  pause: z.boolean().default(false),
  questions: z.array(question).min(1).max(20),
});

export const recordingMachine = z.object({
  id: stepId,
  kind: z.literal('recording'),
  minutes: z.number(),
  positions: z.array(position),
  sound: position,
  broken: brokenRule,
  atDeadline: deadlineRule,
  pause: z.boolean(),
  questions: z.array(
    z.object({ id: stepId, prepareSeconds: z.number(), maxSeconds: z.number(), retakes: z.number() }),
  ),
});

/** Take ids are made by the page, once a press of the button. */
const ofTake = { takeId: ulid };
export const recordingCommands = [
  /** Shows the question that is next; its preparation runs from then on, also across a reload. */
  z.strictObject({ name: z.literal('recording.show'), question: stepId }),
  /** A take of all positions at once. Free: the first of its question, or after a broken one. */
  z.strictObject({ name: z.literal('recording.begin'), question: stepId, ...ofTake }),
  /** Goes on with the broken take, in a new span, for what is left of its length. */
  z.strictObject({ name: z.literal('recording.continue'), ...ofTake }),
  z.strictObject({ name: z.literal('recording.stop'), ...ofTake }),
  /**
   * A take again although the last one is complete: costs one of the quota, at zero TAKE_QUOTA_SPENT.
   * After a take with a gap it is free.
   */
  z.strictObject({ name: z.literal('recording.re-record'), question: stepId, ...ofTake }),
  /** The other device fell silent, or is back, while the take goes on: marks the gap. */
  z.strictObject({ name: z.literal('recording.silent'), ...ofTake, position }),
  z.strictObject({ name: z.literal('recording.back'), ...ofTake, position }),
] as const;

/** Why a take broke off: none of these costs anything. `unknown`: nobody said that it stopped. */
export const breakCause = z.enum(['reload', 'camera', 'position-lost', 'taken-over', 'unknown', 'time-up']);
export type BreakCause = z.infer<typeof breakCause>;

/** Time without interruption. Positions align to `beganAt`, which is shortly after the command. */
export const takeSpan = z.strictObject({
  /** 1, 2, … */
  n: z.number().int(),
  beganAt: epochMs,
  stoppedAt: epochMs.nullable(),
});
export const take = z.strictObject({
  id: ulid,
  question: stepId,
  /** 1, 2, … of its question. */
  n: z.number().int(),
  status: z.enum(['recording', 'complete', 'broken', 'confirmed']),
  /** It cost one of the quota. */
  debited: z.boolean(),
  beganAt: epochMs,
  stoppedAt: epochMs.nullable(),
  spans: z.array(takeSpan),
  /** A device was silent while the take went on. */
  gaps: z.array(z.strictObject({ position, from: epochMs, to: epochMs.nullable() })),
  /** Interruptions, oldest first. */
  breaks: z.array(z.strictObject({ at: epochMs, cause: breakCause })),
});
export type Take = z.infer<typeof take>;

/** What counts of a question: the digests of its slices are sealed. */
export const sealedTake = z.strictObject({
  takeId: ulid,
  /** Of all positions. */
  slices: z.number().int(),
  /** SHA-256 (hex) over the slices' positions, segments, numbers and digests in their order. */
  digest: sha256,
  at: epochMs,
});
export type SealedTake = z.infer<typeof sealedTake>;

const shownQuestion = z.strictObject({
  id: stepId,
  status: z.enum(['confirmed', 'now', 'next']),
  prepareSeconds: z.number().int(),
  maxSeconds: z.number().int(),
  retakes: z.number().int(),
  retakesLeft: z.number().int(),
  shownAt: epochMs.nullable(),
  /** End of preparation; null before it is shown. */
  preparedAt: epochMs.nullable(),
  sealed: sealedTake.nullable(),
});

const shown = {
  kind: z.literal('recording'),
  positions: z.array(position),
  sound: position,
  broken: brokenRule,
  pause: z.boolean(),
  enteredAt: epochMs,
  /** In their order. */
  questions: z.array(shownQuestion),
  /** All takes of all questions, oldest first. */
  takes: z.array(take),
};
const ofQuestion = { ...shown, question: stepId };

/** The step's clock stands beside it in the view: nothing begins after its deadline. */
export const recordingView = z.discriminatedUnion('phase', [
  /** The question has not been shown yet. */
  z.strictObject({ ...ofQuestion, phase: z.literal('hidden') }),
  /** Shown, and nothing is recorded yet. */
  z.strictObject({ ...ofQuestion, phase: z.literal('ready') }),
  /** `alignAt`: both positions begin then, by the server's clock. `endsAt`: the take has its full length. */
  z.strictObject({
    ...ofQuestion,
    phase: z.literal('recording'),
    takeId: ulid,
    span: z.number().int(),
    alignAt: epochMs,
    endsAt: epochMs,
  }),
  /** A complete take: preview, record again, confirm. `freeRedo`: it has a gap. */
  z.strictObject({ ...ofQuestion, phase: z.literal('complete'), takeId: ulid, freeRedo: z.boolean() }),
  /** The last take broke off. `leftMs`: for going on with it; 0 where only a redo is possible. */
  z.strictObject({ ...ofQuestion, phase: z.literal('broken'), takeId: ulid, leftMs: z.number() }),
  /** Collected: what counts is being sealed on the server. Lasts moments. */
  z.strictObject({
    ...shown,
    phase: z.literal('collecting'),
    by: z.string(),
    cause: z.enum(['staff', 'clock']),
  }),
]);
export type RecordingView = z.infer<typeof recordingView>;

/** What counts of every question once the step is over; `sealed` null: nothing. */
export const collectedTakes = z.array(z.strictObject({ question: stepId, sealed: sealedTake.nullable() }));
export type CollectedTakes = z.infer<typeof collectedTakes>;
