import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { epochMs, stepId, ulid } from '#protocol/text.schema';
import { criterion } from '#steps/interview/schema';
import { endpoint } from './endpoint';
import { roomParams, sittingParams } from './shared';

const note = z.strictObject({
  id: ulid,
  at: epochMs,
  by: z.string(),
  mine: z.boolean(),
  text: z.string(),
});

export const readNotes = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/notes',
  summary: 'The interview record of one candidate, oldest first.',
  who: { ability: 'read the interview record' },
  params: sittingParams,
  output: z.strictObject({ notes: z.array(note) }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/notes',
  summary:
    'A line of the interview record, stamped when it arrives. Never changed: a mistake is corrected by another.',
  who: { ability: 'keep the interview record' },
  params: sittingParams,
  body: z.strictObject({ id: ulid, text: z.string().trim().min(1).max(4000) }),
  output: note,
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

/** What is on an open sheet is its examiner's alone: only that there is one. */
const collected = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), sittingId: ulid, staffId: ulid }),
  z.strictObject({
    state: z.literal('sealed'),
    sittingId: ulid,
    staffId: ulid,
    sealedAt: epochMs,
    total: z.number(),
    values: z.record(stepId, z.number()),
    note: z.string(),
  }),
]);

export const collectSheets = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/score-sheets',
  summary:
    'Who of the room has sealed a sheet for whom, and what is on the sealed ones. Looking is recorded.',
  who: { ability: 'collect score sheets' },
  params: roomParams,
  output: z.strictObject({
    criteria: z.array(criterion),
    scorers: z.array(z.strictObject({ staffId: ulid, name: z.string(), role: staffRole })),
    sheets: z.array(collected),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
