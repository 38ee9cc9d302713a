import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { roomChannel, sittingChannel, type ChannelMessage } from '#protocol/channels';

/**
 * Says "look again" to every replica. Best effort: it never throws and never waits, since readers look on their
 * own every 3 s.
 */
export function createPublisher(redis: Redis, logger: Logger) {
  const say = (channel: string, message: ChannelMessage): void => {
    if (redis.status !== 'ready') return;
    redis.publish(channel, JSON.stringify(message)).catch((error: unknown) => {
      logger.warn({ err: error, kind: message.kind }, 'not published; readers find it within seconds');
    });
  };
  return {
    toRoom: (roomId: string, message: ChannelMessage) => say(roomChannel(roomId), message),
    toSitting: (sittingId: string, message: ChannelMessage) => say(sittingChannel(sittingId), message),
  };
}
export type Publisher = ReturnType<typeof createPublisher>;
