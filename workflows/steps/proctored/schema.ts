import { z } from 'zod';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const httpAddress = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s"'<>]+$/, 'an address that begins with https:// or http://');

/** Where the exam itself runs: on a page of somebody else's, or as the text says (on paper, in another program). */
const exam = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('address'), address: httpAddress }),
  z.strictObject({ at: z.literal('text') }),
]);

/** What a configuration of Safe Exam Browser says beside the addresses of the hall and of the exam. */
const seb = z.strictObject({
  /** Further addresses that the exam needs, as SEB writes them: `*.example.org/*`. */
  allow: z.array(z.string().trim().min(3).max(500)).max(50).default([]),
  /** SHA-256 (hex) of the password that lets a candidate quit early; the password itself is written nowhere. */
  quitPasswordSha256: sha256.optional(),
  /** Browser Exam Keys of the versions of SEB that are accepted; empty: they are not looked at. */
  browserExamKeys: z.array(sha256).max(40).default([]),
});

const client = z.enum(['seb', 'browser', 'either']);
/** Sharing the screen in an ordinary browser: without it no begin, a fact where it is missing, or not asked for. */
const screen = z.enum(['required', 'wanted', 'none']);

/** 2.3: the exam runs elsewhere; here is seen to who sits there and what happens around it. */
export const proctoredConfig = z.strictObject({
  id: stepId,
  kind: z.literal('proctored'),
  title: localText,
  /** What to do where; shown while the exam runs. */
  text: localText,
  exam,
  minutes: z.number().int().min(1).max(600),
  /** Whoever has not begun by then is begun by the clock. */
  beginMinutes: z.number().int().min(1).max(120).default(15),
  client: client.default('either'),
  seb: seb.prefault({}),
  screen: screen.default('required'),
  fullScreen: z.boolean().default(true),
  /** How often each camera and the screen send a still. */
  stillSeconds: z.number().int().min(10).max(300).default(30),
  /** How long the log of facts stays open for the candidate's comment. */
  lookBackMinutes: z.number().int().min(1).max(60).default(10),
});

export const proctoredMachine = z.object({
  id: stepId,
  kind: z.literal('proctored'),
  minutes: z.number(),
  beginMinutes: z.number(),
  client,
  screen,
  fullScreen: z.boolean(),
  stillSeconds: z.number(),
  lookBackMinutes: z.number(),
});

/** What a page can see happen. Each is what happened, never what it means. */
export const pageFact = z.enum([
  'page-left',
  'full-screen-left',
  'second-display',
  'copied',
  'pasted',
  'screen-share-stopped',
  'screen-not-shared',
]);
export type PageFact = z.infer<typeof pageFact>;

/** Reported when it begins (`to` null) and again, by the same id, when it is over; short ones once. */
export const reportedFact = z.strictObject({
  id: ulid,
  fact: pageFact,
  from: epochMs,
  to: epochMs.nullable(),
});
export type ReportedFact = z.infer<typeof reportedFact>;

export const proctoredCommands = [
  z.strictObject({
    name: z.literal('proctored.begin'),
    client: z.enum(['seb', 'browser']),
    /** The screen is being shared. */
    screen: z.boolean(),
  }),
  /** Several at once: the page gathers them, so that a restless hand does not fill the record with commands. */
  z.strictObject({ name: z.literal('proctored.facts'), facts: z.array(reportedFact).min(1).max(50) }),
  /** The camera was led around the room, as staff asked. */
  z.strictObject({ name: z.literal('proctored.room-shown') }),
  /** The candidate is done before the time is up. */
  z.strictObject({ name: z.literal('proctored.end') }),
  /** The log of facts was read. */
  z.strictObject({ name: z.literal('proctored.finish') }),
] as const;

const began = z.strictObject({
  at: epochMs,
  /** `candidate`, or `system` where the time to begin ran out. */
  by: z.string(),
  client: z.enum(['seb', 'browser']).nullable(),
  screen: z.boolean(),
});

/** Of each kind of fact how many, how long in all, and since when one lasts; the single ones are in the record. */
const factTotal = z.strictObject({
  fact: pageFact,
  count: z.number().int(),
  ms: z.number(),
  lastAt: epochMs,
  openSince: epochMs.nullable(),
});
export type FactTotal = z.infer<typeof factTotal>;

const shown = {
  kind: z.literal('proctored'),
  client,
  screen,
  fullScreen: z.boolean(),
  stillSeconds: z.number(),
  enteredAt: epochMs,
  facts: z.array(factTotal),
  /** Staff asked to see the room; `shownAt` null: not yet. Null: never asked. */
  scan: z.strictObject({ askedAt: epochMs, by: z.string(), shownAt: epochMs.nullable() }).nullable(),
};

export const proctoredView = z.discriminatedUnion('phase', [
  /** `beginsAt`: the clock begins by itself; null while a pause holds it back. */
  z.strictObject({ ...shown, phase: z.literal('ready'), beginsAt: epochMs.nullable() }),
  z.strictObject({ ...shown, phase: z.literal('running'), began }),
  /** The time is up; the exam ends by itself when the grace is over. */
  z.strictObject({ ...shown, phase: z.literal('closing'), began }),
  /** Nothing is recorded any more: the candidate reads what was, and may comment on it once. */
  z.strictObject({
    ...shown,
    phase: z.literal('looking-back'),
    began: began.nullable(),
    ended: z.strictObject({
      at: epochMs,
      by: z.string(),
      cause: z.enum(['candidate', 'staff', 'clock']),
      /** Staff may take their ending back until then. */
      undoUntil: epochMs.nullable(),
    }),
    until: epochMs,
  }),
]);
export type ProctoredView = z.infer<typeof proctoredView>;
