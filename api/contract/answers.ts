import { z } from 'zod';
import { answer, answers, publicPaper, questionId } from '#protocol/paper.schema';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { commandAnswer, commandId, roomParams, sittingParams } from './shared';

/** Answers as the server has them. `revision` 0: nothing was saved yet. */
export const savedAnswers = z.strictObject({
  stepId,
  revision: z.number().int().nonnegative(),
  savedAt: epochMs.nullable(),
  answers,
});
export type SavedAnswers = z.infer<typeof savedAnswers>;

/** A dispatched paper. `pdf`: its bytes are at `readPaperPdf`; questions come at once. */
export const dispatchedPaper = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('pdf'),
    stepId,
    title: localText,
    pages: z.number().int(),
    bytes: z.number().int(),
  }),
  z.strictObject({
    form: z.literal('questions'),
    stepId,
    paper: publicPaper,
    /** Short-lived addresses of the images by their names in the texts; ask again when one no longer works. */
    images: z.record(z.string(), z.strictObject({ url: z.string(), width: z.number(), height: z.number() })),
  }),
]);
export type DispatchedPaper = z.infer<typeof dispatchedPaper>;

export const readPaper = endpoint({
  method: 'GET',
  path: '/api/sitting/paper',
  summary:
    'The paper of the step that goes on, from `opensAt` on: judged by the dispatch as it stands in the database. ' +
    'Before that NOT_NOW with `details.opensAt` where it is known.',
  who: 'candidate',
  output: z.strictObject({
    serverTime: epochMs,
    ticket: z.string(),
    paper: dispatchedPaper,
    /** Null for a photographed paper. */
    saved: savedAnswers.nullable(),
  }),
  refusals: ['NOT_NOW', 'NO_PAPER', 'UNAVAILABLE'],
});

export const readPaperPdf = endpoint({
  method: 'GET',
  path: '/api/sitting/paper.pdf',
  summary: 'The PDF with the ticket number across every page, from the dispatch on.',
  who: 'candidate',
  output: 'bytes',
  refusals: ['NOT_NOW', 'NO_PAPER', 'UNAVAILABLE'],
});

export const readAnswers = endpoint({
  method: 'GET',
  path: '/api/sitting/answers',
  summary: 'The answers as the server has them: for a page that comes back, or another device.',
  who: 'candidate',
  output: savedAnswers,
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const saveAnswers = endpoint({
  method: 'PUT',
  path: '/api/sitting/answers',
  summary:
    'Autosave, straight into the database: what changed since `base`. CONFLICT carries the state of the server ' +
    '(`details.saved`, as `savedAnswers`): merge by question and save again on its revision.',
  who: 'candidate',
  body: z.strictObject({
    epoch: z.number().int(),
    stepId,
    /** Revision that these changes were made on. */
    base: z.number().int().nonnegative(),
    /**
     * Made once a save and kept until it is answered: a repeat gets the first answer, so that a lost answer
     * is no conflict.
     */
    saveId: ulid,
    changes: z.record(questionId, answer),
  }),
  output: z.strictObject({ revision: z.number().int(), savedAt: epochMs, serverTime: epochMs }),
  refusals: ['NOT_NOW', 'TOO_LATE', 'CONFLICT', 'SUPERSEDED', 'NO_SUCH_QUESTION', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const commandPaper = endpoint({
  method: 'POST',
  path: '/api/sitting/paper/command',
  summary:
    'Pens down or hand-in, from the device that photographs (position 2 has no other commands). On position 1 ' +
    '`sendCommand` does the same.',
  who: 'device',
  body: z.strictObject({
    commandId,
    epoch: z.number().int(),
    stepId,
    name: z.enum(['paper.pens-down', 'paper.hand-in']),
    roomSeq: z.number().int().nonnegative(),
  }),
  output: commandAnswer,
  refusals: ['NOT_NOW', 'TOO_LATE', 'ALREADY_OVER', 'SHEETS_MISSING', 'SUPERSEDED', 'UNAVAILABLE'],
});

/** How far one candidate is, for the invigilator's list. Whether he is online stands in the console's rows. */
export const paperProgress = z.strictObject({
  sittingId: ulid,
  ticket: z.string(),
  name: z.string(),
  /** Null before check-in, outside of this step, and after the end. */
  phase: z.enum(['waiting', 'open', 'closing', 'photographing', 'uploading', 'collecting']).nullable(),
  /** Null while a pause holds it back. */
  deadlineAt: epochMs.nullable(),
  openedAt: epochMs.nullable(),
  online: z
    .strictObject({ revision: z.number().int(), savedAt: epochMs, answered: z.number().int() })
    .nullable(),
  sheets: z
    .strictObject({
      /** Whole and checked on the server. */
      arrived: z.number().int(),
      /** Of the set that was sealed last. */
      sealed: z
        .strictObject({ version: z.number().int(), sheets: z.number().int(), sealedAt: epochMs })
        .nullable(),
      complete: z.boolean(),
    })
    .nullable(),
  handedIn: z
    .strictObject({ at: epochMs, cause: z.enum(['candidate', 'staff', 'clock', 'room-closed']) })
    .nullable(),
});
export type PaperProgress = z.infer<typeof paperProgress>;

export const roomPapers = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/papers/:stepId',
  summary:
    'Who has opened the paper, who writes, when was last saved, who has handed in. Read it every few seconds.',
  who: { ability: 'look into a room' },
  params: roomParams.extend({ stepId }),
  output: z.strictObject({
    serverTime: epochMs,
    mode: z.enum(['online', 'photographed']),
    /** Titles of what is attached; more than one are equivalent papers. Empty: nothing can be dispatched. */
    papers: z.array(localText),
    questions: z.number().int().nullable(),
    rows: z.array(paperProgress),
  }),
  /** NO_PAPER: this exam's flow has no such step. */
  refusals: ['NOT_FOUND', 'NO_PAPER', 'UNAVAILABLE'],
});

/** One objective question against its key. */
export const mark = z.strictObject({
  question: questionId,
  points: z.number(),
  of: z.number(),
  /** As right answers read, for the page that shows both. */
  key: z.string(),
});

export const readSittingAnswers = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/answers/:stepId',
  summary: 'Answers as the candidate saw them, sheets, and marks by the key. The look is recorded.',
  who: { ability: 'read answers' },
  params: sittingParams.extend({ stepId }),
  output: z.strictObject({
    ticket: z.string(),
    /** What counts: the sealed state, or the last saved one while the paper goes on. */
    sealed: z.boolean(),
    /** Null where no paper was drawn for this candidate. */
    paper: dispatchedPaper.nullable(),
    saved: savedAnswers.nullable(),
    /** Revisions kept, oldest first; read one with `?revision=`. */
    revisions: z.array(
      z.strictObject({ revision: z.number().int(), savedAt: epochMs, why: z.enum(['autosave', 'sealed']) }),
    ),
    /** Empty while the paper goes on. Apart from the paper: only here does a key leave the server. */
    marks: z.array(mark),
    /** All sealed sets, oldest first; `counts` on the one that is the answer. */
    sets: z.array(
      z.strictObject({
        setId: ulid,
        version: z.number().int(),
        sealedAt: epochMs,
        receivedAt: epochMs.nullable(),
        counts: z.boolean(),
        sheets: z.array(
          z.strictObject({
            digest: z.string(),
            /** Degrees to turn it clockwise when shown. */
            turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
            /** Short-lived; null while its bytes are missing. */
            url: z.string().nullable(),
            width: z.number().nullable(),
            height: z.number().nullable(),
          }),
        ),
      }),
    ),
  }),
  query: z.strictObject({ revision: z.coerce.number().int().positive().optional() }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
