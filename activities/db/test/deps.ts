import { Redis } from 'ioredis';
import { pino } from 'pino';
import { ulid } from 'ulid';
import type { Client } from '@temporalio/client';
import type { ChannelMessage } from '#protocol/channels';
import { createTestDatabase, type TestDatabase } from '#models/test/database';
import type { Deps } from '../../deps';

export const logger = pino({ level: 'silent' });

interface Published {
  readonly channel: string;
  readonly message: ChannelMessage;
}

/** A database of this file, and what was published. Temporal and storage come with the tests that need them. */
export const createTestDeps = async (given: Partial<Deps> = {}) => {
  const database: TestDatabase = await createTestDatabase();
  const published: Published[] = [];
  const unused = new Proxy(
    {},
    {
      get: (_, name) => {
        throw new Error(`not part of this test: ${String(name)}`);
      },
    },
  );
  const deps: Deps = {
    database: async () => database.source,
    publish: (channel, message) => void published.push({ channel, message }),
    client: unused as Client,
    storage: unused as Deps['storage'],
    taskQueue: `exams-${ulid()}`,
    logger,
    clock: () => Date.now(),
    ...given,
  };
  return { deps, database, source: database.source, published };
};

export const testRedis = (options: { readonly db?: number } = {}) => {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run `npm run services` and load its services.env');
  return new Redis(url, options);
};
