import { z } from 'zod';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const mode = z.enum(['online', 'photographed']);
const position = z.union([z.literal(1), z.literal(2)]);

/**
 * What starts the clock. `order`: the invigilator, at once or for a set time, to the whole room. `exam-clock`: so many
 * minutes after the exam's doors open. `entry`: each candidate's own entering, for a paper after an interview.
 */
const dispatch = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('order') }),
  z.strictObject({ by: z.literal('exam-clock'), minutes: z.number().int().min(0).max(1_440) }),
  z.strictObject({ by: z.literal('entry') }),
]);

const common = {
  id: stepId,
  kind: z.literal('paper'),
  title: localText,
  text: localText.optional(),
  /** Writing time. */
  minutes: z.number().int().min(1).max(600),
  dispatch: dispatch.default({ by: 'order' }),
  /** Whether the candidate may print the paper. */
  print: z.boolean().default(false),
};

/** The written exam (2.2.1 a, 2.2.1 b). Its questions are no part of the flow: papers are attached to the exam. */
export const paperConfig = z.discriminatedUnion('mode', [
  z.strictObject({
    ...common,
    mode: z.literal('online'),
    /** Grace after the deadline in which what was stamped in time still counts. */
    closingSeconds: z.number().int().min(30).max(600).default(30),
  }),
  z.strictObject({
    ...common,
    mode: z.literal('photographed'),
    /** Which device photographs the sheets. */
    position: position.default(2),
    mostSheets: z.number().int().min(1).max(30).default(9),
    /** From pens down to the last seal: the digests of all sheets are known to the server by then. */
    photographMinutes: z.number().int().min(1).max(120).default(15),
    /** From the last seal to the last byte of what was sealed. */
    uploadMinutes: z.number().int().min(1).max(720).default(60),
  }),
]);

const machine = { id: stepId, kind: z.literal('paper'), minutes: z.number(), print: z.boolean() };
/** As the exam's clock stands when the sitting begins. */
const machineDispatch = z.discriminatedUnion('by', [
  z.object({ by: z.literal('order') }),
  z.object({ by: z.literal('time'), at: epochMs }),
  z.object({ by: z.literal('entry') }),
]);
export const paperMachine = z.discriminatedUnion('mode', [
  z.object({
    ...machine,
    mode: z.literal('online'),
    dispatch: machineDispatch,
    closingSeconds: z.number(),
  }),
  z.object({
    ...machine,
    mode: z.literal('photographed'),
    dispatch: machineDispatch,
    position,
    mostSheets: z.number(),
    photographMinutes: z.number(),
    uploadMinutes: z.number(),
  }),
]);

export const paperCommands = [
  /** The paper was seen: a fact with its time. */
  z.strictObject({ name: z.literal('paper.open') }),
  /** Photographed: the pen is laid down before the time is up; it cannot be taken up again. */
  z.strictObject({ name: z.literal('paper.pens-down') }),
  /**
   * Online: the last saved state becomes the answer. Photographed: the last complete set does, which there must be.
   */
  z.strictObject({ name: z.literal('paper.hand-in') }),
] as const;

/** A sealed set of sheets: its digests are known to the server. `receivedAt`: when the last of its bytes was. */
export const sealedSet = z.strictObject({
  setId: ulid,
  /** 1, 2, … */
  version: z.number().int(),
  sheets: z.number().int(),
  /** SHA-256 (hex) over the digests of the sheets in their order. */
  digest: sha256,
  sealedAt: epochMs,
  receivedAt: epochMs.nullable(),
});

const shown = {
  kind: z.literal('paper'),
  mode,
  /** Photographed: which device photographs, and how many sheets at most. */
  position: position.nullable(),
  mostSheets: z.number().int().nullable(),
  print: z.boolean(),
  enteredAt: epochMs,
};
const sheets = {
  /** The set that was sealed last; null before the first. */
  sealed: sealedSet.nullable(),
  /** The set that counts as things stand: the last one that is complete. */
  counted: sealedSet.nullable(),
};
const dispatched = { ...shown, ...sheets, opensAt: epochMs, openedAt: epochMs.nullable() };

/** The clock stands beside it in the view: writing time, then photographing, then uploading. */
export const paperView = z.discriminatedUnion('phase', [
  z.strictObject({ ...shown, phase: z.literal('waiting') }),
  /**
   * Dispatched for `opensAt`, which may still be ahead: then the page counts down to it and opens the paper by itself.
   * `savesUntil`: autosaves received until then are taken; null while a pause holds the deadline back.
   */
  z.strictObject({ ...dispatched, phase: z.literal('open'), savesUntil: epochMs.nullable() }),
  /** Online: the time is up, and what was stamped in time may still arrive. */
  z.strictObject({ ...dispatched, phase: z.literal('closing'), savesUntil: epochMs.nullable() }),
  /** Photographed: pens are down. The live camera may be gone, and that is no fact. */
  z.strictObject({ ...dispatched, phase: z.literal('photographing'), pensDownAt: epochMs }),
  /** Photographed: nothing new is sealed, but bytes of the last sealed set are still under way. */
  z.strictObject({ ...dispatched, phase: z.literal('uploading'), pensDownAt: epochMs }),
  /** Handed in or collected: what counts is being sealed on the server. Lasts moments. */
  z.strictObject({
    ...dispatched,
    phase: z.literal('collecting'),
    pensDownAt: epochMs,
    by: z.string(),
    cause: z.enum(['candidate', 'staff', 'clock']),
  }),
]);

/** What was sealed on the server when the paper was collected. */
export const collectedPaper = z.discriminatedUnion('mode', [
  /** `revision` 0: nothing was ever saved. */
  z.strictObject({ mode: z.literal('online'), revision: z.number().int(), digest: sha256 }),
  /** `set` null: no sheet ever arrived. `made`: by the candidate's own seal, or by the server of what had arrived. */
  z.strictObject({
    mode: z.literal('photographed'),
    set: sealedSet.nullable(),
    made: z.enum(['by-candidate', 'by-server']),
  }),
]);
export type CollectedPaper = z.infer<typeof collectedPaper>;
export type SealedSet = z.infer<typeof sealedSet>;
