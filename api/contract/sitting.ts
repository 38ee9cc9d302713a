import { z } from 'zod';
import { deviceState } from '#protocol/live.schema';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';
import { candidateView, overView } from '#protocol/views.schema';
import { collectedPaper } from '#steps/paper/schema';
import { collectedTakes } from '#steps/recording/schema';
import { stepCommand } from '#steps/schemas';
import { endpoint } from './endpoint';
import {
  commandAnswer,
  commandId,
  deviceId,
  done,
  examCard,
  picture,
  position,
  stepTexts,
  window,
} from './shared';

export const home = endpoint({
  method: 'GET',
  path: '/api/sitting',
  summary:
    "The candidate's own exam: card, room, window, server time, steps with texts, and the view once begun.",
  who: 'device',
  output: z.strictObject({
    serverTime: epochMs,
    exam: examCard,
    candidate: z.strictObject({ sittingId: ulid, name: z.string(), ticket: z.string() }),
    position,
    room: z.strictObject({ id: ulid, name: localText }),
    window,
    flow: z.strictObject({ name: localText, steps: z.array(stepTexts) }),
    /** This is a rehearsal; the window of the real exam. */
    rehearsal: window.nullable().default(null),
    view: candidateView.nullable(),
  }),
  refusals: ['NOT_SIGNED_IN', 'UNAVAILABLE'],
});

/**
 * The sitting that the page shows. Its browser may be another's meanwhile (a rehearsal's, or the exam's again): then it
 * is refused SUPERSEDED, so that a page of the one never moves the other.
 */
const meant = ulid.optional();

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/sitting/check-in',
  summary: 'Enters the exam room’s door (2.1.4): starts the sitting, or joins it again. Repeatable.',
  who: 'candidate',
  body: z.strictObject({ commandId, epoch: z.number().int(), sittingId: meant }),
  output: commandAnswer,
  refusals: ['TOO_EARLY', 'TOO_LATE', 'ALREADY_OVER', 'SUPERSEDED', 'UNAVAILABLE'],
});

export const sendCommand = endpoint({
  method: 'POST',
  path: '/api/sitting/command',
  summary: 'One command to the current step. Safe to repeat with the same command id.',
  who: 'candidate',
  body: z.strictObject({
    commandId,
    /** Epoch of the position as claimed; an older one is refused SUPERSEDED. */
    epoch: z.number().int(),
    stepId,
    command: stepCommand,
    roomSeq: z.number().int().nonnegative(),
    sittingId: meant,
    /** Signed receipt of an earlier 503: the command counts from its first time stamp. */
    receipt: z.string().max(400).optional(),
  }),
  output: commandAnswer,
  refusals: [
    'NOT_NOW',
    'TOO_LATE',
    'ALREADY_OVER',
    'SEB_REQUIRED',
    'REQUIREMENT_MISSING',
    'PLEDGE_CHANGED',
    'CHALLENGE_EXPIRED',
    'NO_ATTEMPTS_LEFT',
    'STILL_COMPARING',
    'STILLS_MISSING',
    'NO_MORE_TIME',
    'NO_SUCH_QUESTION',
    'SHEETS_MISSING',
    'TAKE_QUOTA_SPENT',
    'SLOW_DOWN',
    'SUPERSEDED',
    'UNAVAILABLE',
  ],
});

export const claimPosition = endpoint({
  method: 'POST',
  path: '/api/sitting/position',
  summary: 'This device takes its position. A living other device refuses unless `takeOver`.',
  who: 'device',
  body: z.strictObject({ deviceId, takeOver: z.boolean().default(false) }),
  output: z.strictObject({ position, epoch: z.number().int() }),
  refusals: ['POSITION_TAKEN', 'ALREADY_OVER', 'UNAVAILABLE'],
});

export const reportPresence = endpoint({
  method: 'POST',
  path: '/api/presence',
  summary: 'Sign of life of one device, every 4 s, never through the workflow.',
  who: 'device',
  body: z.strictObject({
    epoch: z.number().int(),
    state: deviceState,
    leaving: z.boolean().default(false),
    /** After a time without answers: when this page noticed, and when it spoke again, by the server's clock. */
    silent: z.strictObject({ from: epochMs, to: epochMs }).optional(),
  }),
  output: z.strictObject({ serverTime: epochMs }),
  refusals: ['SUPERSEDED'],
});

export const uploadStill = endpoint({
  method: 'POST',
  path: '/api/sitting/stills',
  summary: 'One still for the face check; re-encoded and stored encrypted. At most 2 MB, 12 megapixels.',
  who: 'candidate',
  body: 'picture',
  output: picture,
  refusals: ['NOT_AN_IMAGE', 'TOO_LARGE', 'NOT_NOW', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const readQuestion = endpoint({
  method: 'GET',
  path: '/api/sitting/questions/:questionId',
  summary: 'A dispatched question: text, or the short-lived address of its PDF.',
  who: 'device',
  params: z.strictObject({ questionId: stepId }),
  output: z.strictObject({
    id: stepId,
    title: localText,
    text: localText.nullable(),
    pdfUrl: z.string().nullable(),
  }),
  refusals: ['NO_SUCH_QUESTION', 'NOT_NOW', 'UNAVAILABLE'],
});

export const readReceipt = endpoint({
  method: 'GET',
  path: '/api/sitting/receipt',
  summary: 'What was received and when, after the end; printable.',
  who: 'device',
  output: z.strictObject({
    exam: examCard,
    room: localText,
    candidate: z.strictObject({ name: z.string(), ticket: z.string() }),
    startedAt: epochMs,
    over: overView,
    items: z.array(
      z.strictObject({
        kind: z.string(),
        stepId: stepId.nullable(),
        at: epochMs,
        /** Of a written exam: what was sealed, with its digest. */
        collected: collectedPaper.optional(),
        /** Of a recorded exam: what was sealed of each question. */
        recorded: collectedTakes.optional(),
      }),
    ),
    /** First 16 hex figures of SHA-256 over the record: quoted on the telephone. */
    code: z.string(),
  }),
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const logJoin = endpoint({
  method: 'POST',
  path: '/api/device-log',
  summary: 'A step of joining video, a lack, or a fault of the page, with its outcome; kept for support.',
  who: 'signed-in',
  body: z.strictObject({
    topic: z.enum(['video', 'camera', 'page']),
    step: z.string().max(60),
    outcome: z.string().max(200),
  }),
  output: done,
  refusals: ['SLOW_DOWN'],
});
