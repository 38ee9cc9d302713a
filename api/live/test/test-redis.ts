import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { createRedis } from '../../connect';

/** The tests' Redis under a prefix of its own, as the app would use it. */
export async function openRedis(): Promise<Redis> {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run `npm run services` and load its services.env');
  const redis = createRedis(url, `t${randomBytes(6).toString('hex')}:`);
  await once(redis, 'ready');
  return redis;
}

/** A clock that stands until it is moved. */
export function createManualClock(at = 1_764_000_000_000) {
  const hand = { at };
  return {
    now: () => hand.at,
    pass: (ms: number) => {
      hand.at += ms;
    },
  };
}
