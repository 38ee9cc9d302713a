import { z } from 'zod';
import { helpReport } from '#protocol/help.schema';
import { presence } from '#protocol/live.schema';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { done } from './shared';

const text = z.string().trim().min(1).max(1000);
const callParams = z.strictObject({ sittingId: ulid, callId: ulid });

const words = z.strictObject({
  id: ulid,
  at: epochMs,
  /** `support`: whoever answers; `candidate`: whoever called. */
  from: z.enum(['candidate', 'support']),
  name: z.string(),
  mine: z.boolean(),
  text: z.string(),
});

/** A call as the candidate's own pages see it. */
export const ownHelpCall = z.strictObject({
  id: ulid,
  openedAt: epochMs,
  /** Who answers; null while nobody does. */
  answeredBy: z.string().nullable(),
  closedAt: epochMs.nullable(),
  words: z.array(words),
});

/** A line of support's list. */
export const helpCallLine = z.strictObject({
  id: ulid,
  sittingId: ulid,
  examTitle: localText,
  room: localText,
  candidate: z.strictObject({ name: z.string(), ticket: z.string() }),
  openedAt: epochMs,
  report: helpReport,
  reportedAt: epochMs,
  /** Where the sitting is now; null before check-in. */
  stepTitle: localText.nullable(),
  takenBy: z.strictObject({ staffId: ulid, name: z.string() }).nullable(),
  closed: z.strictObject({ at: epochMs, by: z.string().nullable(), note: z.string().nullable() }).nullable(),
  /** Newest line of the talk, and whether the candidate wrote it. */
  last: z.strictObject({ text: z.string(), fromCandidate: z.boolean(), at: epochMs }).nullable(),
});

export const askForHelp = endpoint({
  method: 'POST',
  path: '/api/help',
  summary:
    'Calls support, or renews the report of the call that is open. Changes no exam; safe to repeat. Pages ask every few seconds while it is open.',
  who: 'device',
  body: z.strictObject({ id: ulid, report: helpReport }),
  output: ownHelpCall,
  refusals: ['SLOW_DOWN', 'UNAVAILABLE'],
});

export const readOwnHelp = endpoint({
  method: 'GET',
  path: '/api/help',
  summary: "This candidate's newest call, while it is open and for a while after; null where there is none.",
  who: 'device',
  output: z.strictObject({ call: ownHelpCall.nullable() }),
  refusals: ['UNAVAILABLE'],
});

export const writeInHelp = endpoint({
  method: 'POST',
  path: '/api/help/words',
  summary: 'The candidate writes to support, from either device.',
  who: 'device',
  body: z.strictObject({ id: ulid, text }),
  output: ownHelpCall,
  refusals: ['NOT_NOW', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const endOwnHelp = endpoint({
  method: 'POST',
  path: '/api/help/end',
  summary: 'The candidate says that it is solved.',
  who: 'device',
  output: done,
  refusals: ['UNAVAILABLE'],
});

export const listHelpCalls = endpoint({
  method: 'GET',
  path: '/api/help/calls',
  summary: "Calls of the reader's exams: all that are open, oldest first, and those closed in the last day.",
  who: { ability: 'answer calls for help' },
  output: z.strictObject({ serverTime: epochMs, calls: z.array(helpCallLine) }),
  refusals: ['UNAVAILABLE'],
});

export const readHelpCall = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/help/:callId',
  summary: 'One call with its talk, both devices as they are now, and what their pages said lately.',
  who: { ability: 'answer calls for help' },
  params: callParams,
  output: z.strictObject({
    call: helpCallLine,
    words: z.array(words),
    presence,
    phone: z.string().nullable(),
    log: z.array(
      z.strictObject({
        at: epochMs,
        position: z.number().int().nullable(),
        topic: z.string(),
        step: z.string(),
        outcome: z.string(),
      }),
    ),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const takeHelpCall = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/help/:callId/take',
  summary: 'Answers a call. One that somebody answers is taken over only knowingly.',
  who: { ability: 'answer calls for help' },
  params: callParams,
  body: z.strictObject({ takeOver: z.boolean().default(false) }),
  output: done,
  refusals: ['NOT_FOUND', 'ALREADY_DONE', 'UNAVAILABLE'],
});

export const answerHelpCall = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/help/:callId/words',
  summary: 'Support writes to the candidate.',
  who: { ability: 'answer calls for help' },
  params: callParams,
  body: z.strictObject({ id: ulid, text }),
  output: done,
  refusals: ['NOT_FOUND', 'NOT_NOW', 'UNAVAILABLE'],
});

export const closeHelpCall = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/help/:callId/close',
  summary: 'Closes a call with a note of what it was.',
  who: { ability: 'answer calls for help' },
  params: callParams,
  body: z.strictObject({ note: z.string().trim().max(1000) }),
  output: done,
  refusals: ['NOT_FOUND', 'ALREADY_DONE', 'UNAVAILABLE'],
});
