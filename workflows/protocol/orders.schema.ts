import { z } from 'zod';
import { deviceRequirement } from '#steps/device-check/schema';
import { epochMs, stepId, ulid } from './text.schema';

const reason = z.string().trim().min(2).max(500);
/** Milliseconds given back or added: whole seconds up to two hours. */
const span = z.number().int().min(1_000).max(7_200_000);

/** Staff to one sitting, as one Update: the console hears "done" or the refusal. */
export const sittingOrder = z.discriminatedUnion('kind', [
  /** Back to the end of the queue (过号, 暂缓). */
  z.strictObject({ kind: z.literal('defer'), reason: reason.optional() }),
  /** Lets a missing requirement pass: a device, or position 2. */
  z.strictObject({
    kind: z.literal('waive'),
    step: stepId,
    requirement: z.union([deviceRequirement, z.literal('second-camera')]),
    reason,
  }),
  /** A question of the interview; or the paper of the step that goes on, to this candidate alone, by the step's id. */
  z.strictObject({ kind: z.literal('dispatch'), question: stepId }),
  /** Collects this candidate's paper: pens down, or, while he photographs, hand in what has arrived. */
  z.strictObject({ kind: z.literal('collect'), reason }),
  z.strictObject({ kind: z.literal('extend'), ms: span, reason }),
  z.strictObject({ kind: z.literal('pause'), reason }),
  z.strictObject({ kind: z.literal('resume') }),
  /**
   * Gives an outage back: the clock did not run in `[from, to)`. Overlaps with pauses count once. `outages` names the
   * measured ones that are answered by it, in full, in part, or with nothing (`from` equals `to`).
   */
  z.strictObject({
    kind: z.literal('credit'),
    cause: z.enum(['our-outage', 'candidate-outage']),
    from: epochMs,
    to: epochMs,
    reason,
    outages: z.array(ulid).min(1).max(20).optional(),
  }),
  /** Ends the exam of this candidate; can be taken back for ten seconds. */
  z.strictObject({ kind: z.literal('end'), reason: reason.optional() }),
  z.strictObject({ kind: z.literal('undo-end') }),
  /** Asks the candidate of an exam that runs elsewhere to lead the camera around the room. */
  z.strictObject({ kind: z.literal('ask-for-room') }),
  /** Chief examiner or administrator: opens an ended sitting again, with `ms` on its clock. */
  z.strictObject({ kind: z.literal('reopen'), ms: span, reason }),
]);
export type SittingOrder = z.infer<typeof sittingOrder>;

/** Staff to a room: numbered gaplessly by the room workflow, delivered to every sitting it concerns. */
export const roomOrder = z.discriminatedUnion('kind', [
  /** Takes the exam room for one candidate. `called` after the officer talked to one who missed twice. */
  z.strictObject({
    kind: z.literal('invite'),
    sittingId: ulid,
    called: z.boolean().default(false),
    reason: reason.optional(),
  }),
  z.strictObject({ kind: z.literal('pause'), reason }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('extend'), ms: span, reason }),
  z.strictObject({ kind: z.literal('close'), reason: reason.optional() }),
  /** The video server fails: stages that are open now go on from browser to browser. */
  z.strictObject({ kind: z.literal('fall-back-video') }),
  z.strictObject({ kind: z.literal('reopen'), reason }),
  /**
   * The paper of step `paper` to everybody, also to who comes later: at once, or from `at` on. While it has not
   * opened, another order moves it; once it has, it is `ALREADY_DONE`.
   */
  z.strictObject({ kind: z.literal('dispatch'), paper: stepId, at: epochMs.optional() }),
  /** Collects the paper of step `paper` from everybody who writes. */
  z.strictObject({ kind: z.literal('collect'), paper: stepId, reason: reason.optional() }),
]);
export type RoomOrder = z.infer<typeof roomOrder>;

/** Our own outage, as the witness of our heartbeats found it: nobody has to ask for it, everybody's clock gets it. */
export const outageOrder = z.strictObject({
  kind: z.literal('our-outage'),
  outageId: ulid,
  from: epochMs,
  to: epochMs,
});
export type OutageOrder = z.infer<typeof outageOrder>;

/** A room order as it stands in `room_orders` and reaches a sitting: everything is computed from `effectiveAt`. */
export const numberedOrder = z.strictObject({
  roomId: ulid,
  seq: z.number().int().positive(),
  /** Null: every sitting of the room. */
  to: ulid.nullable(),
  effectiveAt: epochMs,
  by: z.string(),
  order: z.union([roomOrder, outageOrder]),
});
export type NumberedOrder = z.infer<typeof numberedOrder>;
