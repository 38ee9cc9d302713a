import { z } from 'zod';
import { photoFault } from '#protocol/office.schema';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';

export const rosterFields = ['ticket', 'name', 'room', 'idNumber', 'phone', 'extraMinutes'] as const;
export const rosterField = z.enum(rosterFields);
export type RosterField = z.infer<typeof rosterField>;

/** What is wrong with a roster: where, counting rows from 1 as spreadsheets do, and what to change. */
export const rosterFault = z.strictObject({
  row: z.number().int().nullable(),
  /** Its title in the file. */
  column: z.string().nullable(),
  message: localText,
});
export type RosterFault = z.infer<typeof rosterFault>;

const change = z.strictObject({
  ticket: z.string(),
  name: z.string(),
  fields: z.array(
    z.strictObject({ field: rosterField, before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type RosterChange = z.infer<typeof change>;

const reading = z.strictObject({
  titles: z.array(z.string()),
  /** What each column is taken for; null for one that is passed over. */
  columns: z.array(rosterField.nullable()),
  /** The first lines as they stand in the file. */
  sample: z.array(z.array(z.string())),
  rows: z.number().int(),
  /** The first 500 of `faultCount`. */
  faults: z.array(rosterFault),
  faultCount: z.number().int(),
  changes: z.strictObject({
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    /** In the hall, and not in this file: they stay. */
    absent: z.number().int(),
    /** The first 200 of `changed`. */
    list: z.array(change),
  }),
  /** Names exactly these changes: an import does them or nothing. */
  digest: z.string(),
});
export type RosterReading = z.infer<typeof reading>;

const filename = z.string().min(1).max(200);
/** One word a column of the file, empty for a column that is passed over; as recognised where it is not given. */
const columns = z.string().max(2_000).optional();
const examParams = z.strictObject({ examId: ulid });
const roomParams = z.strictObject({ roomId: ulid });

export const checkRoster = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/roster/check',
  summary:
    'Reads a roster (CSV in UTF-8 or GBK, XLSX): its columns, all faults by row, what would change. Stores nothing.',
  who: { ability: 'configure exams' },
  params: examParams,
  query: z.strictObject({ filename, columns }),
  body: 'file',
  output: reading,
  refusals: ['NOT_FOUND'],
});

export const importRoster = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/roster',
  summary:
    'Imports a roster without faults, as a whole; refused where it would change something else than was shown.',
  who: { ability: 'configure exams' },
  params: examParams,
  query: z.strictObject({ filename, columns, digest: z.string().length(64) }),
  body: 'file',
  output: z.strictObject({ added: z.number().int(), changed: z.number().int() }),
  refusals: ['NOT_FOUND', 'ROSTER_FAULTY', 'CONFLICT', 'NOT_NOW'],
});

const dayLine = z.strictObject({
  sittingId: ulid,
  ticket: z.string(),
  name: z.string(),
  idNumberMasked: z.string().nullable(),
  /** First and last figures; the whole number is revealed one by one, and that is kept. */
  phoneMasked: z.string().nullable(),
  extraMinutes: z.number().int(),
  hasPhoto: z.boolean(),
  /** When his passcode was printed; null where he has none. */
  passcodeIssuedAt: epochMs.nullable(),
  state: z.enum(['not-begun', 'begun', 'over']),
});
export type DayLine = z.infer<typeof dayLine>;

export const dayList = endpoint({
  method: 'GET',
  path: '/api/admin/rooms/:roomId/day-list',
  summary: 'Everybody of a room by ticket number, to be printed for the day.',
  who: { ability: 'configure exams' },
  params: roomParams,
  output: z.strictObject({ room: localText, lines: z.array(dayLine) }),
  refusals: ['NOT_FOUND'],
});

export const revealPhone = endpoint({
  method: 'POST',
  path: '/api/admin/sittings/:sittingId/phone',
  summary: 'The telephone number of one candidate; who asked for it is kept.',
  who: { ability: 'configure exams' },
  params: z.strictObject({ sittingId: ulid }),
  body: z.strictObject({}),
  output: z.strictObject({ phone: z.string().nullable() }),
  refusals: ['NOT_FOUND'],
});

export const issueSlips = endpoint({
  method: 'POST',
  path: '/api/admin/rooms/:roomId/slips',
  summary: 'Fresh passcodes and personal links for candidates of a room, shown once; their former ones end.',
  who: { ability: 'configure exams' },
  params: roomParams,
  body: z.strictObject({ sittingIds: z.array(ulid).min(1).max(40) }),
  output: z.strictObject({
    slips: z.array(
      z.strictObject({
        ...{ sittingId: ulid, ticket: z.string(), name: z.string() },
        ...{ passcode: z.string(), link: z.string() },
      }),
    ),
  }),
  refusals: ['NOT_FOUND'],
});

const photoBatch = z.strictObject({
  id: ulid,
  fileName: z.string(),
  phase: z.enum(['wanted', 'done', 'unreadable']),
  total: z.number().int(),
  lookedAt: z.number().int(),
  taken: z.number().int(),
  faults: z.array(photoFault),
  createdAt: epochMs,
});

export const putPhotos = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/photos',
  summary:
    'A zip file of photos named by ticket number, 60 MB at most: each is looked at by the face models, one after the other.',
  who: { ability: 'configure exams' },
  params: examParams,
  query: z.strictObject({ filename }),
  body: 'file',
  output: photoBatch,
  refusals: ['NOT_FOUND', 'WRONG_TYPE', 'NOT_NOW'],
});

export const readPhotos = endpoint({
  method: 'GET',
  path: '/api/admin/exams/:examId/photos',
  summary: 'Zip files of photos with how far they were looked at and what was not taken, newest first.',
  who: { ability: 'configure exams' },
  params: examParams,
  output: z.strictObject({ batches: z.array(photoBatch) }),
  refusals: ['NOT_FOUND'],
});
