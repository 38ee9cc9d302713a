import type { Redis } from 'ioredis';

/** Deadlines are judged by the stamps of whichever replica took the request, so their clocks must agree. */
export const MOST_APART_MS = 2_000;
const KEY = 'replica-clocks';
const LIVING_MS = 20_000;

interface Reading {
  /** Own clock minus Redis' clock. */
  readonly offset: number;
  /** Redis' clock. */
  readonly at: number;
}

/** Redis is the common witness: each replica says how far its own clock is from it, every few seconds. */
export function createReplicaClocks(redis: Redis, source: string, clock: () => number) {
  const read = async (): Promise<Reading> => {
    const before = clock();
    const [seconds, micros] = await redis.time();
    const at = Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
    return { offset: Math.round((before + clock()) / 2 - at), at };
  };

  const tell = async (): Promise<void> => {
    await redis.hset(KEY, source, JSON.stringify(await read()));
    await redis.pexpire(KEY, LIVING_MS * 3);
  };

  /** How far the clocks of living replicas are apart, in ms. */
  const spread = async (): Promise<number> => {
    const own = await read();
    const told = Object.values(await redis.hgetall(KEY)).map((text) => JSON.parse(text) as Reading);
    const offsets = told.filter(({ at }) => own.at - at < LIVING_MS).map(({ offset }) => offset);
    return Math.max(own.offset, ...offsets) - Math.min(own.offset, ...offsets);
  };

  return { tell, spread };
}
