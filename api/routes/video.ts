import type { Handlers } from '../call';
import type { Parts } from '../parts';

/** Each camera of a candidate: twice the pace that its page keeps. */
const STILLS = { times: 30, perMs: 30_000 } as const;

export const videoRoutes = (
  parts: Parts,
): Handlers<
  | 'joinStage'
  | 'leaveStage'
  | 'sendMail'
  | 'readMail'
  | 'acknowledgeMail'
  | 'sendStageStill'
  | 'readStageStill'
> => ({
  joinStage: async ({ who, body }) => parts.live.stages.join(who, body),
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
