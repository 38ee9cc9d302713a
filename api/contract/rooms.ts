import { z } from 'zod';
import { consoleRow, staffPresent } from '#protocol/live.schema';
import { sittingOrder, roomOrder } from '#protocol/orders.schema';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';
import { roomView } from '#protocol/views.schema';
import { criterion } from '#steps/interview/schema';
import { endpoint } from './endpoint';
import {
  commandAnswer,
  commandId,
  done,
  examCard,
  roomParams,
  sittingParams,
  stepTexts,
  window,
} from './shared';

export const openConsole = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId',
  summary: 'Everything a console shows at first; then `GET /api/live?room=` keeps it true.',
  who: { ability: 'look into a room' },
  params: roomParams,
  output: z.strictObject({
    serverTime: epochMs,
    exam: examCard,
    window,
    room: z.strictObject({ id: ulid, name: localText, view: roomView }),
    flow: z.strictObject({
      steps: z.array(stepTexts),
      expectedMinutes: z.number(),
      questions: z.array(
        z.strictObject({ id: stepId, title: localText, text: localText.nullable(), hasPdf: z.boolean() }),
      ),
      criteria: z.array(criterion),
    }),
    rows: z.array(consoleRow),
    staff: z.array(staffPresent),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const orderRoom = endpoint({
  method: 'POST',
  path: '/api/rooms/:roomId/orders',
  summary:
    'An order to the room: invite, pause, resume, extend, close, reopen. The ability is judged by the kind.',
  who: 'staff',
  params: roomParams,
  body: z.strictObject({ commandId, order: roomOrder }),
  output: z.strictObject({ seq: z.number().int(), room: roomView }),
  refusals: [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'ROOM_OCCUPIED',
    'ROOM_CLOSED',
    'CANDIDATE_AWAY',
    'MUST_BE_CALLED',
    'REASON_NEEDED',
    'NOT_NOW',
    'ALREADY_DONE',
    'UNAVAILABLE',
  ],
});

export const orderSitting = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/orders',
  summary: 'An order to one sitting: defer, waive, dispatch, extend, pause, resume, end, undo-end, reopen.',
  who: 'staff',
  params: sittingParams,
  body: z.strictObject({ commandId, order: sittingOrder }),
  output: commandAnswer,
  refusals: [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'ROOM_OCCUPIED',
    'NOT_NOW',
    'ALREADY_DONE',
    'ALREADY_OVER',
    'NO_SUCH_QUESTION',
    'UNDO_EXPIRED',
    'REASON_NEEDED',
    'TOO_LATE',
    'UNAVAILABLE',
  ],
});

export const talk = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/talk',
  summary: 'The officer turns to this candidate in the waiting area, or leaves him; one candidate at a time.',
  who: { ability: 'talk with a candidate in the waiting area' },
  params: sittingParams,
  body: z.strictObject({ on: z.boolean() }),
  output: done,
  refusals: ['NOT_FOUND', 'ALREADY_DONE', 'UNAVAILABLE'],
});

export const previewQuestion = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/questions/:questionId',
  summary: 'A question as the candidate will see it; the look is recorded.',
  who: { ability: 'dispatch a question' },
  params: z.strictObject({ roomId: ulid, questionId: stepId }),
  output: z.strictObject({
    id: stepId,
    title: localText,
    text: localText.nullable(),
    pdfUrl: z.string().nullable(),
  }),
  refusals: ['NOT_FOUND', 'NO_SUCH_QUESTION', 'UNAVAILABLE'],
});

export const sittingRecord = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/record',
  summary: 'What happened in one sitting, oldest first.',
  who: { ability: 'look into a room' },
  params: sittingParams,
  output: z.strictObject({
    events: z.array(
      z.strictObject({
        revision: z.number().int(),
        kind: z.string(),
        at: epochMs,
        by: z.string(),
        byName: z.string().nullable(),
        stepId: stepId.nullable(),
        details: z.record(z.string(), z.json()),
      }),
    ),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
