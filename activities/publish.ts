import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ChannelMessage } from '#protocol/channels';

/** Best effort: it neither throws nor keeps anybody waiting. Readers look by themselves every few seconds. */
export type Publish = (channel: string, message: ChannelMessage) => void;

/** @param redis without an offline queue, so that nothing piles up while it is away */
export const createPublish =
  (redis: Redis, logger: Logger): Publish =>
  (channel, message) => {
    redis.publish(channel, JSON.stringify(message)).catch((error: unknown) => {
      logger.warn({ err: error, kind: message.kind }, 'could not publish');
    });
  };
