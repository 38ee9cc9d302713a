import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#models/data-source';
import { createLocalStorage } from '#models/storage/local';
import { createTestDatabase } from '../../models/test/database';
import { createApp } from '../app';
import type { Deps } from '../deps';
import { readEnv, type Env } from '../env';
import { createRedis } from '../connect';
import { absentGateway } from './absent-gateway';
import { cuttable, type Cuttable } from './cuttable';

export interface TestApi {
  readonly url: string;
  readonly deps: Deps;
  readonly source: DataSource;
  readonly redis: Redis;
  /** Server time of this API; tests may move it. */
  readonly clock: { now: () => number };
  readonly close: () => Promise<void>;
}

/** Services of the application behind lines that can be cut; `source` and the worker have their own. */
export interface Lines {
  readonly mariadb: Cuttable;
  readonly redis: Cuttable;
  readonly temporal: Cuttable;
}

export const openLines = async (): Promise<Lines> => ({
  mariadb: await cuttable(required('TEST_DATABASE_ADMIN_URL')),
  redis: await cuttable(required('TEST_REDIS_URL')),
  temporal: await cuttable(`tcp://${required('TEST_TEMPORAL_ADDRESS')}`),
});

const connectThrough = (line: Cuttable, databaseUrl: string): Promise<DataSource> =>
  createDataSource(line.url + new URL(databaseUrl).pathname).initialize();

/** The real application on a port of its own, with a database and a Redis number of its own. */
export async function startApi(
  given: Partial<Deps> & { readonly set?: Partial<Env>; readonly lines?: Lines } = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'examhall-api-'));
  const { set, lines, ...parts } = given;
  const redis = createRedis(
    lines?.redis.url ?? required('TEST_REDIS_URL'),
    `t${randomBytes(6).toString('hex')}:`,
  );
  await once(redis, 'ready');
  const dataSource = lines ? await connectThrough(lines.mariadb, database.url) : database.source;
  const env = { ...testEnv(), DATABASE_URL: database.url, WEB_DIR: join(folder, 'web'), ...set };
  const clock = { now: () => Date.now() };
  const deps: Deps = {
    env,
    dataSource,
    redis,
    gateway: absentGateway,
    storage: createLocalStorage({ folder, keys: [env.STORAGE_KEY] }),
    clock: () => clock.now(),
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    ...parts,
  };
  const app = createApp(deps);
  const server = createServer(app.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    await app.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    redis.disconnect();
    if (lines) await dataSource.destroy();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, deps, source: database.source, redis, clock, close };
}

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`npm run services\` and load its services.env`);
  return value;
};

/** Where tests find their services; each call has keys of its own. */
export const testEnv = (): Env =>
  readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: required('TEST_DATABASE_ADMIN_URL'),
    REDIS_URL: required('TEST_REDIS_URL'),
    TEMPORAL_ADDRESS: required('TEST_TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: required('TEST_TEMPORAL_NAMESPACE'),
    STORAGE_DIR: 'unused',
    PAYLOAD_KEY: randomBytes(32).toString('base64'),
    STORAGE_KEY: randomBytes(32).toString('base64'),
    SIGNING_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'http://hall.example',
  });
