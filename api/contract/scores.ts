import { z } from 'zod';
import { epochMs, stepId } from '#protocol/text.schema';
import { criterion } from '#steps/interview/schema';
import { endpoint } from './endpoint';
import { sittingParams } from './shared';

export const scoreSheet = z.strictObject({
  criteria: z.array(criterion),
  values: z.record(stepId, z.number()),
  note: z.string(),
  savedAt: epochMs.nullable(),
  sealedAt: epochMs.nullable(),
});

export const readScore = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/score',
  summary: "This examiner's own sheet for one candidate.",
  who: { ability: 'score a candidate' },
  params: sittingParams,
  output: scoreSheet,
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const saveScore = endpoint({
  method: 'PUT',
  path: '/api/sittings/:sittingId/score',
  summary: 'Saves the sheet; numbers may be missing until it is sealed.',
  who: { ability: 'score a candidate' },
  params: sittingParams,
  body: z.strictObject({ values: z.record(stepId, z.number()), note: z.string().max(4000) }),
  output: scoreSheet,
  refusals: ['NOT_FOUND', 'SCORE_SEALED', 'SCORE_INCOMPLETE', 'UNAVAILABLE'],
});

export const sealScore = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/score/seal',
  summary: 'Seals the sheet: complete, and unchangeable from now on.',
  who: { ability: 'score a candidate' },
  params: sittingParams,
  output: scoreSheet,
  refusals: ['NOT_FOUND', 'SCORE_SEALED', 'SCORE_INCOMPLETE', 'UNAVAILABLE'],
});
