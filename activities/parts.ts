import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { connectOnDemand } from '#models/connect-on-demand';
import { createDataSource } from '#models/data-source';
import { payloadKeys } from '#models/key-ids';
import { encryptedDataConverter } from '#models/payload-codec';
import { createLocalStorage } from '#models/storage/local';
import type { Env } from './env';
import { createFailureWatch } from './failure-watch';

/** Redis for publishing only: nothing waits for it and nothing piles up while it is away. */
const openRedis = (url: string, logger: Logger) => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
    connectTimeout: 5_000,
    retryStrategy: (tries) => Math.min(200 * tries, 3_000),
  });
  redis.on('error', (error: Error) => logger.warn({ err: error }, 'redis'));
  return redis;
};

/** What a worker or a program of ours holds open, by its environment; nothing has to be up when it is made. */
export const openParts = (env: Env, logger: Logger) => {
  const source = createDataSource(env.DATABASE_URL, { poolSize: 20 });
  const redis = openRedis(env.REDIS_URL, logger);
  const ends: (() => Promise<void>)[] = [];
  return {
    redis,
    /** What fails here, for `/metrics`. */
    failures: createFailureWatch(logger, () => Date.now()),
    database: connectOnDemand(source),
    storage: createLocalStorage({
      folder: env.STORAGE_DIR,
      keys: [env.STORAGE_KEY, ...env.STORAGE_OLD_KEYS],
    }),
    dataConverter: encryptedDataConverter(payloadKeys(env.PAYLOAD_KEY, env.PAYLOAD_OLD_KEYS)),
    /** What else has to end with this process. */
    closeWith: (end: () => Promise<void>) => void ends.push(end),
    close: async () => {
      await Promise.all(ends.map((end) => end()));
      redis.disconnect();
      if (source.isInitialized) await source.destroy();
    },
  };
};
export type Parts = ReturnType<typeof openParts>;
