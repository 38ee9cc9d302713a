import { z } from 'zod';
import { epochMs, stepId, ulid } from '#protocol/text.schema';
import { pageFact } from '#steps/proctored/schema';
import { endpoint } from './endpoint';
import { done, roomParams, sittingParams } from './shared';

const sha256 = z.string().regex(/^[0-9a-fA-F]{64}$/);

/** Which picture of a candidate. */
export const watchSource = z.enum(['camera-1', 'camera-2', 'screen']);
export type WatchSource = z.infer<typeof watchSource>;

export const openElsewhere = endpoint({
  method: 'POST',
  path: '/api/sitting/elsewhere',
  summary:
    'Where the exam runs. Safe Exam Browser proves itself by its headers, or by the hashes that its JavaScript API ' +
    'gave the page for its own address; an ordinary browser sends none.',
  who: 'candidate',
  body: z.strictObject({
    /** Absolute address of the page that asked SEB. */
    url: z.string().max(2_000),
    configKeyHash: sha256.nullable(),
    browserExamKeyHash: sha256.nullable(),
  }),
  output: z.strictObject({
    client: z.enum(['seb', 'browser']),
    /** Null: what to do is in the text of the step. */
    address: z.string().nullable(),
    quitAddress: z.string().nullable(),
  }),
  refusals: ['NOT_NOW', 'SEB_REQUIRED', 'SEB_KEY_WRONG', 'UNAVAILABLE'],
});

export const offerSeb = endpoint({
  method: 'GET',
  path: '/api/sitting/seb',
  summary: 'Addresses of the configuration for Safe Exam Browser: one that starts it, one that downloads it.',
  who: 'candidate',
  output: z.strictObject({ start: z.string(), download: z.string() }),
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const sebFile = endpoint({
  method: 'GET',
  path: '/api/seb-files/:versionId/:stepId',
  summary: 'A `.seb` file by an address that is good for some hours: Safe Exam Browser fetches it by itself.',
  who: 'anyone',
  params: z.strictObject({ versionId: ulid, stepId }),
  query: z.strictObject({ until: z.coerce.number().int(), seal: z.string().max(100) }),
  output: 'bytes',
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const lockSebFile = endpoint({
  method: 'POST',
  path: '/api/exams/:examId/seb-files/:stepId',
  summary:
    'The same configuration encrypted with a password, which candidates are told when the exam begins.',
  who: { ability: 'configure exams' },
  params: z.strictObject({ examId: ulid, stepId }),
  body: z.strictObject({ password: z.string().min(8).max(100) }),
  output: 'bytes',
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

const fact = z.strictObject({ fact: pageFact, from: epochMs, to: epochMs.nullable() });
const comment = z.strictObject({ at: epochMs, text: z.string() });

export const readFacts = endpoint({
  method: 'GET',
  path: '/api/sitting/facts',
  summary: 'All facts that were recorded of the candidate, oldest first, and what he said of them.',
  who: 'candidate',
  output: z.strictObject({ facts: z.array(fact), comment: comment.nullable() }),
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const commentOnFacts = endpoint({
  method: 'POST',
  path: '/api/sitting/facts/comment',
  summary: 'What the candidate says of the facts: once, after the end of the exam.',
  who: 'candidate',
  body: z.strictObject({ text: z.string().trim().min(1).max(2_000) }),
  output: comment,
  refusals: ['NOT_NOW', 'ALREADY_DONE', 'UNAVAILABLE'],
});

export const sendWatchStill = endpoint({
  method: 'POST',
  path: '/api/sitting/watch-stills/:of',
  summary: 'One still of the own camera or of the screen while the exam runs; 640 pixels, stored encrypted.',
  who: 'device',
  params: z.strictObject({ of: z.enum(['camera', 'screen']) }),
  body: 'picture',
  output: done,
  refusals: ['NOT_NOW', 'NOT_AN_IMAGE', 'TOO_LARGE', 'SLOW_DOWN', 'UNAVAILABLE'],
});

const still = z.strictObject({ at: epochMs, url: z.string() });

export const readWall = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/wall',
  summary: 'The newest still of every camera and screen of a room, with its time.',
  who: { ability: 'look at stills' },
  params: roomParams,
  output: z.strictObject({
    serverTime: epochMs,
    stills: z.array(still.extend({ sittingId: ulid, source: watchSource })),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const incidentKind = z.enum(['environment', 'candidate', 'staff', 'technical']);
const incident = z.strictObject({
  id: ulid,
  at: epochMs,
  by: z.string(),
  kind: incidentKind,
  text: z.string(),
});

export const readWatched = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/watched',
  summary: 'One candidate: stills before an instant, newest first, facts, incidents and his comment.',
  who: { ability: 'look at stills' },
  params: sittingParams,
  query: z.strictObject({ source: watchSource, before: z.coerce.number().int().optional() }),
  output: z.strictObject({
    stills: z.array(still),
    facts: z.array(fact),
    incidents: z.array(incident),
    comment: comment.nullable(),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const noteIncident = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/incidents',
  summary: 'Writes down what was seen. Never changed: a mistake is corrected by another.',
  who: { ability: 'note an incident' },
  params: sittingParams,
  body: z.strictObject({ id: ulid, kind: incidentKind, text: z.string().trim().min(1).max(2_000) }),
  output: incident,
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
