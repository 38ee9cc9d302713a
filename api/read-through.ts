import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { within } from './deadline';
import { AppError, isAppError } from './errors';

/** A part that hangs must not hold a request that can do without it. */
const REDIS_MS = 500;
const DATABASE_MS = 2_500;

export interface Caching<T> {
  readonly key: string;
  /** Younger than this is taken without asking MariaDB. */
  readonly freshMs: number;
  /** Kept this long for the case that MariaDB is away. */
  readonly keepMs: number;
  /** Null is an answer too, and is not kept. */
  readonly load: () => Promise<T | null>;
}

interface Kept<T> {
  readonly at: number;
  readonly value: T;
}

/**
 * MariaDB behind Redis, either of which may be down: without Redis every read goes to MariaDB, without MariaDB
 * what Redis kept is taken although it is old.
 */
export function createReadThrough(redis: Redis, clock: () => number, logger: Logger) {
  const recall = async <T>(key: string): Promise<Kept<T> | null> => {
    try {
      const text = await within(REDIS_MS, redis.get(key));
      return text === null ? null : (JSON.parse(text) as Kept<T>);
    } catch (error) {
      logger.warn({ err: error, key }, 'Redis is not answering; reading MariaDB');
      return null;
    }
  };

  const keep = async (key: string, value: unknown, keepMs: number): Promise<void> => {
    const text = JSON.stringify({ at: clock(), value });
    await within(REDIS_MS, redis.set(key, text, 'PX', Math.max(1, Math.round(keepMs)))).catch(
      () => undefined,
    );
  };

  const read = async <T>(caching: Caching<T>): Promise<T | null> => {
    const kept = await recall<T>(caching.key);
    if (kept && clock() - kept.at < caching.freshMs) return kept.value;
    try {
      const value = await within(DATABASE_MS, caching.load());
      if (value !== null) await keep(caching.key, value, caching.keepMs);
      return value;
    } catch (error) {
      if (isAppError(error)) throw error;
      logger.warn({ err: error, key: caching.key }, 'MariaDB is not answering; taking what Redis kept');
      if (kept) return kept.value;
      throw new AppError('UNAVAILABLE', undefined, { cause: error });
    }
  };

  const forget = async (...keys: string[]): Promise<void> => {
    await within(REDIS_MS, redis.del(...keys)).catch((error: unknown) =>
      logger.warn({ err: error, keys }, 'Redis keeps an old value until it is stale'),
    );
  };

  return {
    read,
    keep,
    forget,
    /** What Redis kept, however old; null also while it is away. */
    recall: async <T>(key: string): Promise<T | null> => (await recall<T>(key))?.value ?? null,
  };
}
export type ReadThrough = ReturnType<typeof createReadThrough>;
