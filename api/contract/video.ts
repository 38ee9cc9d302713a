import { z } from 'zod';
import { mail, peer, roomVideoState } from '#protocol/live.schema';
import { ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { done, position, roomParams } from './shared';

/** A fresh stage for each candidate and purpose, so that nobody lingers. */
export const stage = z.enum(['waiting', 'interview']);

const iceServer = z.strictObject({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});

export const stageTicket = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('direct'),
    stageId: z.string(),
    me: peer,
    peers: z.array(peer),
    iceServers: z.array(iceServer),
  }),
  z.strictObject({
    provider: z.literal('jitsi'),
    stageId: z.string(),
    me: peer,
    domain: z.string(),
    roomName: z.string(),
    jwt: z.string(),
  }),
]);

export const joinStage = endpoint({
  method: 'POST',
  path: '/api/video/join',
  summary:
    'Joins the video stage of a sitting; asked again for a fresh token. Candidates only while their step has it.',
  who: 'signed-in',
  body: z.strictObject({
    stage,
    /** Staff name the sitting; for a candidate's device it is its own. */
    sittingId: ulid.optional(),
    /** Kept by the page over rejoins, new after a reload. */
    peerId: ulid,
  }),
  output: stageTicket,
  refusals: ['NOT_NOW', 'NOT_ALLOWED', 'NOT_FOUND', 'UNAVAILABLE'],
});

export const reportTrouble = endpoint({
  method: 'POST',
  path: '/api/video/trouble',
  summary:
    'Says that joining a stage failed. The second time on one device of a candidate moves his stage to `direct`.',
  who: 'signed-in',
  body: z.strictObject({
    stageId: z.string().max(80),
    /** What failed: the script of the provider, its token, its silence, or a connection that broke off. */
    cause: z.enum(['script', 'token', 'silence', 'broken']),
  }),
  /** Who carries the stage from now on; the pages hear of a change by the view. */
  output: z.strictObject({ provider: z.enum(['direct', 'jitsi']) }),
  refusals: ['NOT_FOUND', 'NOT_ALLOWED', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const roomVideo = endpoint({
  method: 'GET',
  path: '/api/rooms/:roomId/video',
  summary:
    'Whether the video of a room works, and whether its staff should move it to `direct`. The stream tells every change (`video`).',
  who: { ability: 'look into a room' },
  params: roomParams,
  output: roomVideoState,
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const leaveStage = endpoint({
  method: 'POST',
  path: '/api/video/leave',
  summary: 'Leaves a stage.',
  who: 'signed-in',
  body: z.strictObject({ stageId: z.string().max(80), peerId: ulid }),
  output: done,
  refusals: [],
});

export const sendMail = endpoint({
  method: 'POST',
  path: '/api/video/mail',
  summary: 'Signalling to one peer of the same stage; kept until acknowledged, two minutes at most.',
  who: 'signed-in',
  body: z.strictObject({ stageId: z.string().max(80), id: ulid, from: ulid, to: ulid, body: z.json() }),
  output: done,
  refusals: ['NOT_ALLOWED', 'NOT_FOUND', 'TOO_LARGE', 'UNAVAILABLE'],
});

export const readMail = endpoint({
  method: 'GET',
  path: '/api/video/mail',
  summary: 'Mail of a peer that is not acknowledged yet, oldest first: after a new stream, or when in doubt.',
  who: 'signed-in',
  query: z.strictObject({ stageId: z.string().max(80), peerId: ulid }),
  output: z.strictObject({ mail: z.array(mail), peers: z.array(peer) }),
  refusals: ['NOT_ALLOWED', 'UNAVAILABLE'],
});

export const acknowledgeMail = endpoint({
  method: 'POST',
  path: '/api/video/ack',
  summary: 'Acknowledges mail by id.',
  who: 'signed-in',
  body: z.strictObject({ stageId: z.string().max(80), peerId: ulid, ids: z.array(ulid).max(200) }),
  output: done,
  refusals: ['NOT_ALLOWED', 'UNAVAILABLE'],
});

export const sendStageStill = endpoint({
  method: 'POST',
  path: '/api/video/stills/:position',
  summary: 'Newest picture of a camera for watchers beyond the live ones; replaces the one before.',
  who: 'device',
  params: z.strictObject({ position: z.coerce.number().pipe(position) }),
  body: 'picture',
  output: done,
  refusals: ['NOT_AN_IMAGE', 'TOO_LARGE', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const readStageStill = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/stills/:position',
  summary: 'The newest such picture.',
  who: { ability: 'look into a room' },
  params: z.strictObject({ sittingId: ulid, position: z.coerce.number().pipe(position) }),
  output: 'bytes',
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
