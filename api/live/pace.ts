import type { Redis } from 'ioredis';
import { within } from '../deadline';
import { AppError } from '../errors';

const REDIS_MS = 500;

export interface Pace {
  readonly times: number;
  readonly perMs: number;
}

const COUNT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}`;

/** Bounds what one person may send. Without Redis everything is let through: a pace protects, it never blocks. */
export function createPace(redis: Redis, clock: () => number) {
  /** @throws AppError SLOW_DOWN with `details.retryAt` */
  return async (what: string, who: string, { times, perMs }: Pace): Promise<void> => {
    const counting = redis.eval(COUNT, 1, `pace:${what}:${who}`, perMs) as Promise<[number, number]>;
    const counted = await within(REDIS_MS, counting).catch(() => null);
    if (!counted) return;
    const [count, leftMs] = counted;
    if (count > times) throw new AppError('SLOW_DOWN', { retryAt: clock() + Math.max(0, leftMs) });
  };
}
export type KeepPace = ReturnType<typeof createPace>;
