import type { Handlers } from '../call';
import type { Parts } from '../parts';

/** A page that tells everything it does while joining stays far below this. */
const LOG = { lines: 60, perMs: 60_000 } as const;

export const presenceRoutes = (parts: Parts): Handlers<'reportPresence' | 'logJoin' | 'talk'> => ({
  reportPresence: async ({ who, body, receivedAt }) => {
    const { roomId, sittingId, position } = who;
    await parts.live.presence.report({ roomId, sittingId, position }, body, receivedAt);
    return { serverTime: parts.clock() };
  },
  logJoin: async ({ who, body, logger }) => {
    await parts.throttle.spend(`device-log:${who.sessionId}`, LOG.lines, LOG.perMs);
    await parts.live.deviceLog(who, body, logger);
    return { done: true };
  },
  talk: async ({ who, params, place, body }) => {
    const { talks, publish } = parts.live;
    const { staffId, name } = who;
    if (body.on) await talks.begin(place.examId, { staffId, name, sittingId: params.sittingId });
    else await talks.end(place.examId, staffId, params.sittingId);
    if (place.roomId !== null) publish.toRoom(place.roomId, { kind: 'staff', roomId: place.roomId });
    return { done: true };
  },
});
