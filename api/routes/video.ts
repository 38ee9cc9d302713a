import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { slotOf } from '../video/slot';

/** Each camera of a candidate: twice the pace that its page keeps. */
const STILLS = { times: 30, perMs: 30_000 } as const;

/** A page that tries again for ever is bounded by its own pauses; this bounds the others. */
const TROUBLES = { times: 20, perMs: 60_000 } as const;

export const videoRoutes = (
  parts: Parts,
): Handlers<
  | 'joinStage'
  | 'reportTrouble'
  | 'roomVideo'
  | 'leaveStage'
  | 'sendMail'
  | 'readMail'
  | 'acknowledgeMail'
  | 'sendStageStill'
  | 'readStageStill'
> => ({
  joinStage: async ({ who, body }) => parts.live.stages.join(who, body),
  reportTrouble: async ({ who, body }) => {
    await parts.throttle.spend(`video-trouble:${slotOf(who)}`, TROUBLES.times, TROUBLES.perMs);
    return parts.live.failover.report(who, body);
  },
  roomVideo: async ({ place }) => {
    if (place.roomId === null) throw new AppError('NOT_FOUND');
    return parts.live.roomVideo({ ...place, roomId: place.roomId });
  },
  leaveStage: async ({ who, body }) => {
    await parts.live.stages.leave(who, body.stageId, body.peerId);
    return { done: true };
  },
  sendMail: async ({ who, body }) => {
    await parts.live.postOffice.send(who, body);
    return { done: true };
  },
  readMail: async ({ who, query }) => parts.live.postOffice.read(who, query.stageId, query.peerId),
  acknowledgeMail: async ({ who, body }) => {
    await parts.live.postOffice.acknowledge(who, body.stageId, body.peerId, body.ids);
    return { done: true };
  },
  sendStageStill: async ({ who, params, body }) => {
    await parts.throttle.spend(`stage-still:${who.sittingId}:${params.position}`, STILLS.times, STILLS.perMs);
    await parts.live.stills.keep(who.sittingId, params.position, body);
    return { done: true };
  },
  readStageStill: async ({ params }) => ({
    type: 'image/jpeg',
    bytes: await parts.live.stills.read(params.sittingId, params.position),
  }),
});
