import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { examState } from '#protocol/office.schema';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';

/** As it is typed: an empty line is a fault of the form, with words, rather than a malformed request. */
const typed = (most: number) => z.string().trim().max(most);
const typedPair = (most: number) => z.strictObject({ zh: typed(most), en: typed(most) });

export const examForm = z.strictObject({
  /** Candidates type it when they sign in. */
  code: typed(40),
  title: typedPair(200),
  institution: typedPair(200),
  /** Printed on login slips; both empty for none. */
  notices: typedPair(2_000),
  /** Shown from the page's cache when the server is out of reach. */
  backupText: typedPair(1_000),
  phone: typed(40),
  timeZone: typed(60),
  opensAt: epochMs,
  entryClosesAt: epochMs,
  closesAt: epochMs,
  flowVersionId: ulid.nullable(),
  videoProvider: z.enum(['direct', 'jitsi']),
  /** Days from the end of the exam. */
  retentionDays: z.number().int().max(100_000),
});
export type ExamForm = z.infer<typeof examForm>;

/** What keeps an exam from opening (`stops`), or what the office had better know before. */
export const obstacle = z.strictObject({
  code: z.enum([
    'no-flow',
    'no-room',
    'no-candidates',
    'dates-past',
    /** Nobody in `room` has one of `roles`, and the flow's `step` needs one. */
    'nobody-invites',
    'nobody-examines',
    'nobody-decides',
    'nobody-orders',
    /** No paper is attached to `step`. */
    'paper-missing',
    'room-empty',
    'no-passcodes',
    'no-photos',
  ]),
  stops: z.boolean(),
  room: localText.nullable(),
  roles: z.array(staffRole),
  step: localText.nullable(),
  /** How many candidates it is about. */
  count: z.number().int().nullable(),
});
export type Obstacle = z.infer<typeof obstacle>;

const counts = z.strictObject({
  candidates: z.number().int(),
  begun: z.number().int(),
  over: z.number().int(),
});
const member = z.strictObject({ id: ulid, name: z.string(), login: z.string(), role: staffRole });
const officeRoom = z.strictObject({
  id: ulid,
  name: localText,
  candidates: z.number().int(),
  begun: z.number().int(),
  staff: z.array(member),
});

const examDetails = z.strictObject({
  id: ulid,
  state: examState,
  form: examForm,
  flow: z.strictObject({ name: localText, number: z.number().int() }).nullable(),
  counts,
  rooms: z.array(officeRoom),
  obstacles: z.array(obstacle),
});
export type ExamDetails = z.infer<typeof examDetails>;
const examParams = z.strictObject({ examId: ulid });

export const listExams = endpoint({
  method: 'GET',
  path: '/api/admin/exams',
  summary: 'Exams of this administrator, the latest first.',
  who: { ability: 'configure exams' },
  output: z.strictObject({
    exams: z.array(
      z.strictObject({
        ...{ id: ulid, code: z.string(), title: localText, state: examState, timeZone: z.string() },
        ...{ opensAt: epochMs, closesAt: epochMs, counts },
      }),
    ),
  }),
  refusals: [],
});

export const createExam = endpoint({
  method: 'POST',
  path: '/api/admin/exams',
  summary: 'A new exam, as a draft: nobody can enter it.',
  who: { ability: 'configure exams' },
  body: examForm,
  output: examDetails,
  refusals: ['FORM_FAULTY', 'NOT_ALLOWED'],
});

export const readExam = endpoint({
  method: 'GET',
  path: '/api/admin/exams/:examId',
  summary: 'An exam with its rooms and staff, and what keeps it from opening.',
  who: { ability: 'configure exams' },
  params: examParams,
  output: examDetails,
  refusals: ['NOT_FOUND'],
});

export const changeExam = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId',
  summary: 'Changes what the form says; what running sittings carry stays once one has begun.',
  who: { ability: 'configure exams' },
  params: examParams,
  body: examForm,
  output: examDetails,
  refusals: ['NOT_FOUND', 'FORM_FAULTY', 'EXAM_UNDER_WAY', 'NOT_NOW'],
});

export const setRooms = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/rooms',
  summary:
    'The rooms of an exam with their staff, as a whole: rooms left out go, where they have no candidates.',
  who: { ability: 'configure exams' },
  params: examParams,
  body: z.strictObject({
    rooms: z
      .array(
        z.strictObject({
          /** Null for a new room. */
          id: ulid.nullable(),
          name: typedPair(100),
          staffIds: z.array(ulid).max(100),
        }),
      )
      .max(200),
  }),
  output: examDetails,
  refusals: ['NOT_FOUND', 'FORM_FAULTY', 'NOT_NOW'],
});

export const postponeExam = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/postpone',
  summary: 'Moves the whole window, with a reason that is kept; only while nobody has begun.',
  who: { ability: 'configure exams' },
  params: examParams,
  body: z.strictObject({
    ...{ opensAt: epochMs, entryClosesAt: epochMs, closesAt: epochMs, reason: typed(500) },
  }),
  output: examDetails,
  refusals: ['NOT_FOUND', 'FORM_FAULTY', 'EXAM_UNDER_WAY', 'REASON_NEEDED', 'NOT_NOW'],
});

export const setExamState = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/state',
  summary: 'Opens a draft of which nothing is missing; closes an open exam in which nobody sits.',
  who: { ability: 'configure exams' },
  params: examParams,
  body: z.strictObject({ state: z.enum(['open', 'closed']) }),
  output: examDetails,
  refusals: ['NOT_FOUND', 'EXAM_NOT_READY', 'EXAM_UNDER_WAY', 'NOT_NOW'],
});

export const examHistory = endpoint({
  method: 'GET',
  path: '/api/admin/exams/:examId/history',
  summary: 'Who did what to the exam, newest first, with before and after.',
  who: { ability: 'configure exams' },
  params: examParams,
  output: z.strictObject({
    entries: z.array(
      z.strictObject({
        ...{ id: z.number().int(), at: epochMs, by: z.string(), action: z.string() },
        details: z.record(z.string(), z.json()),
      }),
    ),
  }),
  refusals: ['NOT_FOUND'],
});
