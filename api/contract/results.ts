import { z } from 'zod';
import { epochMs, stepId, ulid } from '#protocol/text.schema';
import { criterion, scoringRule } from '#steps/interview/schema';
import { endpoint } from './endpoint';
import { roomParams, sittingParams } from './shared';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const examParams = z.strictObject({ examId: ulid });
const reason = z.string().trim().min(2).max(1000);

const sheet = z.strictObject({
  staffId: ulid,
  name: z.string(),
  values: z.record(stepId, z.number()),
  total: z.number(),
  corrections: z.array(z.strictObject({ at: epochMs, reason: z.string() })),
});

const result = z.strictObject({
  sittingId: ulid,
  ticket: z.string(),
  name: z.string(),
  state: z.enum(['absent', 'under-way', 'sheets-missing', 'complete', 'not-scored']),
  of: z.number().int(),
  in: z.number().int(),
  recused: z.array(z.string()),
  /** Empty before everybody's are in. */
  sheets: z.array(sheet),
  tally: z
    .strictObject({
      mean: z.number(),
      dropped: z.array(ulid),
      spread: z.number(),
      apart: z.boolean(),
    })
    .nullable(),
  identityOpen: z.boolean(),
});

const results = z.strictObject({
  examId: ulid,
  criteria: z.array(criterion),
  rule: scoringRule,
  results: z.array(result),
  digest,
  signatures: z.array(
    z.strictObject({
      role: z.enum(['chief-examiner', 'secretary']),
      name: z.string(),
      at: epochMs,
      /** What was signed is what stands here. */
      holds: z.boolean(),
    }),
  ),
  released: z.strictObject({ at: epochMs, name: z.string() }).nullable(),
});

export const readResults = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/results',
  summary: "A room's results as they stand, with what is missing. Looking is recorded.",
  who: { ability: 'collect score sheets' },
  params: roomParams,
  output: results,
  refusals: ['NOT_FOUND'],
});

export const signResults = endpoint({
  method: 'POST',
  path: '/api/rooms/:roomId/results/signatures',
  summary: 'Stands for the results of a room as they were looked at; a later correction undoes it.',
  who: { ability: 'sign results' },
  params: roomParams,
  body: z.strictObject({ digest }),
  output: results,
  refusals: ['NOT_FOUND', 'RESULTS_OPEN', 'RESULTS_CHANGED', 'RESULTS_RELEASED'],
});

export const correctScore = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/score/corrections',
  summary:
    'Puts the own sealed sheet right by a new entry with its reason; what was sealed stays to be seen.',
  who: { ability: 'score a candidate' },
  params: sittingParams,
  body: z.strictObject({ id: ulid, values: z.record(stepId, z.number()), reason }),
  output: z.strictObject({ at: epochMs }),
  refusals: ['NOT_FOUND', 'NOT_NOW', 'SCORE_INCOMPLETE', 'RESULTS_RELEASED'],
});

export const recuse = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/score/recusal',
  summary: 'Steps back from scoring this candidate, with the reason; only before the own sheet is sealed.',
  who: { ability: 'score a candidate' },
  params: sittingParams,
  body: z.strictObject({ reason }),
  output: z.strictObject({ at: epochMs }),
  refusals: ['NOT_FOUND', 'SCORE_SEALED', 'RESULTS_RELEASED'],
});

export const releaseResults = endpoint({
  method: 'POST',
  path: '/api/exams/:examId/results/release',
  summary:
    'The results of the exam are out: every room signed by chair and secretary, no identity case open.',
  who: { ability: 'release results' },
  params: examParams,
  output: z.strictObject({ at: epochMs, digest }),
  refusals: ['NOT_FOUND', 'RESULTS_OPEN', 'RESULTS_RELEASED'],
});

export const exportResults = endpoint({
  method: 'GET',
  path: '/api/exams/:examId/results.xlsx',
  summary: 'The results of all rooms as a spreadsheet: a summary, and every sheet.',
  who: { ability: 'release results' },
  params: examParams,
  output: 'bytes',
  refusals: ['NOT_FOUND'],
});
