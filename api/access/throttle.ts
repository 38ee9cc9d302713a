import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { within } from '../deadline';
import { AppError } from '../errors';
import { createMemoryCounts } from './memory-counts';

/** Tries up to `free` go through at once; each further one doubles the wait from `firstMs` to `maxMs`. */
export interface SlowDown {
  readonly free: number;
  readonly firstMs: number;
  readonly maxMs: number;
  /** Without a try for this long everything is forgotten. */
  readonly forgetMs: number;
}

/** Counts of one key; kept in Redis, or in this process while Redis is away. */
export interface Counts {
  /** Until when the key has to wait; 0 when it need not. */
  readonly look: (key: string, now: number) => Promise<number> | number;
  /** Counts a try and returns 0, or refuses it with the time until which to wait, atomically. */
  readonly attempt: (key: string, rule: SlowDown, now: number) => Promise<number> | number;
  /** Counts one of a window and returns 0, or the window's end when `limit` is spent. */
  readonly spend: (key: string, limit: number, windowMs: number, now: number) => Promise<number> | number;
  /** Takes the last counted try off again. */
  readonly forgive: (key: string) => Promise<void> | void;
  readonly clear: (keys: readonly string[]) => Promise<void> | void;
}

const attemptScript = `
local wait = tonumber(redis.call('HGET', KEYS[1], 'until') or '0')
local now, free, first, max = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
if wait > now then return wait end
local tries = redis.call('HINCRBY', KEYS[1], 'tries', 1)
local delay = 0
if tries >= free then delay = math.min(max, first * 2 ^ math.min(tries - free, 30)) end
redis.call('HSET', KEYS[1], 'until', string.format('%d', now + delay))
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 0`;

const spendScript = `
local spent = redis.call('INCR', KEYS[1])
if spent == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
if spent <= tonumber(ARGV[1]) then return 0 end
return redis.call('PTTL', KEYS[1])`;

const forgiveScript = `
if redis.call('HGET', KEYS[1], 'tries') then
  redis.call('HINCRBY', KEYS[1], 'tries', -1)
  redis.call('HSET', KEYS[1], 'until', '0')
end
return 0`;

const createRedisCounts = (redis: Redis): Counts => ({
  look: async (key) => Number((await redis.hget(key, 'until')) ?? 0),
  attempt: async (key, { free, firstMs, maxMs, forgetMs }, now) =>
    Number(await redis.eval(attemptScript, 1, key, now, free, firstMs, maxMs, forgetMs)),
  spend: async (key, limit, windowMs, now) => {
    const left = Number(await redis.eval(spendScript, 1, key, limit, windowMs));
    return left === 0 ? 0 : now + Math.max(left, 1);
  },
  forgive: async (key) => {
    await redis.eval(forgiveScript, 1, key);
  },
  clear: async (keys) => {
    await redis.del(...keys);
  },
});

/**
 * Slows whoever tries too often.
 * @throws AppError SLOW_DOWN with `retryAt`
 */
export function createThrottle(redis: Redis, clock: () => number, logger: Logger) {
  const shared = createRedisCounts(redis);
  const own = createMemoryCounts();
  const ask = async <T>(question: (counts: Counts) => Promise<T> | T): Promise<T> => {
    try {
      return await within(500, Promise.resolve(question(shared)));
    } catch (error) {
      logger.warn({ err: error }, 'Redis is away; this process counts alone');
      return question(own);
    }
  };
  const refuseUntil = (retryAt: number): void => {
    if (retryAt > clock()) throw new AppError('SLOW_DOWN', { retryAt });
  };
  const keyOf = (key: string) => `throttle:${key}`;

  return {
    look: async (key: string) => refuseUntil(await ask((counts) => counts.look(keyOf(key), clock()))),
    attempt: async (key: string, rule: SlowDown) =>
      refuseUntil(await ask((counts) => counts.attempt(keyOf(key), rule, clock()))),
    /** Counts without refusing: for failures known only afterwards. */
    fail: async (key: string, rule: SlowDown): Promise<void> => {
      await ask((counts) => counts.attempt(keyOf(key), rule, clock()));
    },
    /** After a try that was right: it is not counted. */
    forgive: async (key: string): Promise<void> => {
      await ask((counts) => counts.forgive(keyOf(key)));
    },
    spend: async (key: string, limit: number, windowMs: number) =>
      refuseUntil(await ask((counts) => counts.spend(keyOf(key), limit, windowMs, clock()))),
    clear: async (...keys: string[]): Promise<void> => {
      own.clear(keys.map(keyOf));
      await ask((counts) => counts.clear(keys.map(keyOf)));
    },
  };
}
export type Throttle = ReturnType<typeof createThrottle>;
