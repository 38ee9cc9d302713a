import { z } from 'zod';
import { rehearsalReason, rehearsalReport, rehearsalState, rehearsalTake } from '#protocol/rehearsal.schema';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { me } from './auth';
import { endpoint } from './endpoint';
import { commandId, done, position } from './shared';

const trialNumber = z.coerce.number().int().min(1).max(50);

export const beginRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal/begin',
  summary:
    'Turns this browser to a rehearsal: a sitting of its own on the same path, which never touches the real one. Always open, until the real one has begun.',
  who: 'candidate',
  output: me,
  refusals: ['NOT_NOW', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const leaveRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal/leave',
  summary: 'Turns this browser back to the real exam.',
  who: 'candidate',
  output: me,
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const lookAtRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal',
  summary: 'A device of a rehearsal says how it is, and hears how far things are: every few seconds.',
  who: 'device',
  body: rehearsalReport,
  output: rehearsalState,
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const playRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal/play',
  summary:
    'Plays what staff would do: invites, hands out a question, ends. The page asks for it in its time.',
  who: 'candidate',
  body: z.strictObject({ commandId, act: z.enum(['invite', 'question', 'end']) }),
  output: done,
  refusals: ['NOT_NOW', 'ROOM_OCCUPIED', 'ROOM_CLOSED', 'ALREADY_DONE', 'ALREADY_OVER', 'UNAVAILABLE'],
});

export const beginTrial = endpoint({
  method: 'POST',
  path: '/api/rehearsal/trial',
  summary:
    'Ten seconds are recorded by both devices from `trial.beganAt` on; what was recorded before is dropped.',
  who: 'candidate',
  output: rehearsalState,
  refusals: ['NOT_NOW', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const putTrialPart = endpoint({
  method: 'PUT',
  path: '/api/rehearsal/trials/:trial/parts/:part',
  summary: 'A part of what this device recorded, 256 kB at most, with its SHA-256 (hex). Safe to repeat.',
  who: 'device',
  params: z.strictObject({ trial: trialNumber, part: z.coerce.number().int().min(0).max(23) }),
  query: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  body: 'file',
  output: done,
  refusals: ['NOT_NOW', 'TOO_LARGE', 'UNAVAILABLE'],
});

export const probeUplink = endpoint({
  method: 'POST',
  path: '/api/rehearsal/probe',
  summary: 'Takes bytes and drops them: the page measures how long they took. 512 kB at most.',
  who: 'device',
  body: 'file',
  output: done,
  refusals: ['NOT_NOW', 'TOO_LARGE', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const sealTrial = endpoint({
  method: 'POST',
  path: '/api/rehearsal/trials/:trial/seal',
  summary: 'All parts of this device are there.',
  who: 'device',
  params: z.strictObject({ trial: trialNumber }),
  body: rehearsalTake.omit({ position: true, bytes: true, at: true }),
  output: rehearsalState,
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const readTrial = endpoint({
  method: 'GET',
  path: '/api/rehearsal/takes/:position',
  summary: 'What arrived of one camera, to be played back.',
  who: 'device',
  params: z.strictObject({ position: z.coerce.number().pipe(position) }),
  output: 'bytes',
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const finishRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsal/finish',
  summary: 'Ends the rehearsal and judges it. A repeat gets the first judgement.',
  who: 'candidate',
  /** He saw and heard himself in the playback; null where it did not come to that. */
  body: z.strictObject({ sawHimself: z.boolean().nullable() }),
  output: rehearsalState,
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const ownRehearsal = endpoint({
  method: 'GET',
  path: '/api/rehearsal/own',
  summary: "How this candidate's last rehearsal went; null where there was none.",
  who: 'candidate',
  output: z.strictObject({
    last: z
      .strictObject({
        at: epochMs,
        outcome: z.enum(['passed', 'failed', 'unfinished']),
        reasons: z.array(rehearsalReason),
      })
      .nullable(),
    /** False once the real sitting has begun. */
    mayRehearse: z.boolean(),
  }),
  refusals: ['UNAVAILABLE'],
});

export const rehearsalLine = z.strictObject({
  sittingId: ulid,
  ticket: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  room: localText,
  outcome: z.enum(['none', 'unfinished', 'failed', 'passed']),
  /** Null where there was none. */
  at: epochMs.nullable(),
  times: z.number().int(),
  reasons: z.array(rehearsalReason),
  browser: z.string().nullable(),
  /** Of the slower device. */
  uplinkKbps: z.number().nullable(),
  /** Bytes of both cameras that arrived. */
  bytes: z.number().int(),
});

export const listRehearsals = endpoint({
  method: 'GET',
  path: '/api/exams/:examId/rehearsals',
  summary: 'Every candidate of an exam with the last rehearsal: who will not get through, and why.',
  who: { ability: 'see rehearsals' },
  params: z.strictObject({ examId: ulid }),
  output: z.strictObject({ examTitle: localText, opensAt: epochMs, lines: z.array(rehearsalLine) }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const listRehearsedExams = endpoint({
  method: 'GET',
  path: '/api/rehearsals',
  summary: 'Exams of this member of staff, with how many of their candidates rehearsed.',
  who: { ability: 'see rehearsals' },
  output: z.strictObject({
    exams: z.array(
      z.strictObject({
        id: ulid,
        code: z.string(),
        title: localText,
        opensAt: epochMs,
        candidates: z.number().int(),
        rehearsed: z.number().int(),
      }),
    ),
  }),
  refusals: ['UNAVAILABLE'],
});
