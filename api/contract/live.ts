import { z } from 'zod';
import { message } from '#protocol/live.schema';
import { ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { roomParams } from './shared';

export const live = endpoint({
  method: 'GET',
  path: '/api/live',
  summary:
    'One stream of events a browser (server-sent events, see `liveEvent`). Staff name the room they look into.',
  who: 'signed-in',
  query: z.strictObject({ room: ulid.optional() }),
  output: 'stream',
  refusals: ['NOT_SIGNED_IN', 'NOT_ALLOWED'],
});

const text = z.string().trim().min(1).max(1000);

export const candidateMessages = endpoint({
  method: 'GET',
  path: '/api/sitting/messages',
  summary: 'Messages of this sitting and announcements of its room, oldest first.',
  who: 'device',
  output: z.strictObject({ messages: z.array(message) }),
  refusals: ['UNAVAILABLE'],
});

export const writeAsCandidate = endpoint({
  method: 'POST',
  path: '/api/sitting/messages',
  summary: 'The candidate writes to the staff of his room.',
  who: 'candidate',
  body: z.strictObject({ id: ulid, text }),
  output: message,
  refusals: ['SLOW_DOWN', 'UNAVAILABLE'],
});

export const roomMessages = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/messages',
  summary: 'Messages of the room this staff member may read, oldest first.',
  who: { ability: 'look into a room' },
  params: roomParams,
  output: z.strictObject({ messages: z.array(message) }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const writeAsStaff = endpoint({
  method: 'POST',
  path: '/api/rooms/:roomId/messages',
  summary: 'To one candidate, to the whole room, or to the panel.',
  who: { ability: 'write messages' },
  params: roomParams,
  body: z.discriminatedUnion('audience', [
    z.strictObject({ audience: z.literal('candidate'), sittingId: ulid, id: ulid, text }),
    z.strictObject({ audience: z.literal('room'), id: ulid, text }),
    z.strictObject({ audience: z.literal('panel'), id: ulid, text }),
  ]),
  output: message,
  refusals: ['NOT_FOUND', 'NOT_ALLOWED', 'UNAVAILABLE'],
});
