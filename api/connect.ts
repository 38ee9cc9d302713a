import { Client, Connection } from '@temporalio/client';
import { Redis } from 'ioredis';
import type { Env } from './env';
import { payloadKeys } from '#models/key-ids';
import { encryptedDataConverter } from '#models/payload-codec';
import { createLocalStorage } from '#models/storage/local';
import type { Storage } from '#models/storage/port';
import { requestIdInterceptor } from './gateway/request-id';

/**
 * For commands: answers or fails at once. Without an offline queue a request that can do without Redis goes on
 * without it. `keyPrefix` keeps installations and tests apart that share a server.
 */
export function createRedis(url: string, keyPrefix = ''): Redis {
  const redis = new Redis(url, {
    keyPrefix,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 1_000,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  // Its state is seen in /readyz and by the commands that fail; an unheard 'error' would end the process.
  redis.on('error', () => undefined);
  return redis;
}

/** Connects lazily, so that the API starts, and says what is wrong in /readyz, while Temporal is away. */
export function createTemporalClient(env: Env) {
  const connection = Connection.lazy({ address: env.TEMPORAL_ADDRESS });
  const client = new Client({
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    dataConverter: encryptedDataConverter(payloadKeys(env.PAYLOAD_KEY, env.PAYLOAD_OLD_KEYS)),
    interceptors: { workflow: [requestIdInterceptor] },
  });
  return { client, close: () => connection.close() };
}

/** Files in a folder; what was stored before a change of keys is read with the older ones. */
export function openStorage({ STORAGE_DIR: folder, STORAGE_KEY, STORAGE_OLD_KEYS }: Env): Storage {
  return createLocalStorage({ folder, keys: [STORAGE_KEY, ...STORAGE_OLD_KEYS] });
}
