import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ChannelMessage } from '#protocol/channels';

export interface Hearing {
  readonly hear: (message: ChannelMessage) => void;
  readonly connected: () => void;
}

/**
 * One subscription a channel and process, however many streams want it.
 * @param subscriber a connection of its own: one that subscribes can do nothing else
 */
export function createFanIn(subscriber: Redis, logger: Logger) {
  const wanted = new Map<string, number>();
  const warn = (error: unknown) => logger.warn({ err: error }, 'a channel waits for Redis');

  const start = ({ hear, connected }: Hearing): void => {
    subscriber.on('error', () => undefined);
    subscriber.on('ready', () => {
      // Asked again on every connection: simpler than to know what was asked of the one before.
      if (wanted.size > 0) subscriber.subscribe(...wanted.keys()).then(connected, warn);
    });
    subscriber.on('message', (_channel: string, text: string) => {
      const message = parse(text);
      if (message) hear(message);
    });
  };

  const join = (channel: string): void => {
    const count = wanted.get(channel) ?? 0;
    wanted.set(channel, count + 1);
    if (count === 0 && subscriber.status === 'ready') subscriber.subscribe(channel).catch(warn);
  };
  const leave = (channel: string): void => {
    const count = wanted.get(channel) ?? 0;
    if (count > 1) return void wanted.set(channel, count - 1);
    wanted.delete(channel);
    if (subscriber.status === 'ready') subscriber.unsubscribe(channel).catch(warn);
  };
  return { start, join, leave, close: () => subscriber.disconnect() };
}
export type FanIn = ReturnType<typeof createFanIn>;

function parse(text: string): ChannelMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'kind' in value ? (value as ChannelMessage) : null;
  } catch {
    return null;
  }
}
