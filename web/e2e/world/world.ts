import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { chromium, type Browser } from 'playwright-core';
import { Program, runCli } from './process';

/** Logins of the seeded exam, as `api/cli/seed.ts` prints them. */
export interface DemoLogins {
  readonly exam: { readonly code: string };
  readonly candidates: readonly { name: string; ticket: string; passcode: string; link: string }[];
  readonly staff: readonly { role: string; login: string; password: string; name?: string }[];
}

/** The whole product for one test file: own database, own queue, own storage, real services. */
export interface World {
  readonly url: string;
  readonly logins: DemoLogins;
  readonly browser: Browser;
  readonly api: Program;
  readonly worker: Program;
  readonly databaseUrl: string;
  /** Runs a program of `api/cli` on this installation. @returns its last line of output */
  readonly run: (entry: string, args: readonly string[]) => Promise<string>;
  close(): Promise<void>;
}

const need = (name: string): string => {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run through "npm test", or source .data/test/services.env`);
  return value;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function withAdmin(statement: string): Promise<void> {
  const connection = await createConnection(need('TEST_DATABASE_ADMIN_URL'));
  await connection.query(statement);
  await connection.end();
}

function environment(database: string, folder: string, port: number, health: number): NodeJS.ProcessEnv {
  const databaseUrl = new URL(need('TEST_DATABASE_ADMIN_URL'));
  databaseUrl.pathname = `/${database}`;
  const redisUrl = new URL(need('TEST_REDIS_URL'));
  // Presence is one installation's: worlds beside each other must not keep it for one another.
  redisUrl.pathname = `/${4 + randomInt(12)}`;
  const key = () => randomBytes(32).toString('base64');
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl.href,
    REDIS_URL: redisUrl.href,
    TEMPORAL_ADDRESS: need('TEST_TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: need('TEST_TEMPORAL_NAMESPACE'),
    TEMPORAL_TASK_QUEUE: database,
    DATA_DIR: folder,
    STORAGE_DIR: join(folder, 'storage'),
    PAYLOAD_KEY: key(),
    STORAGE_KEY: key(),
    SIGNING_KEY: key(),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    HEALTH_PORT: String(health),
  };
}

const answers = (url: string) => async (): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

const nobody: DemoLogins = { exam: { code: '' }, candidates: [], staff: [] };

/** Starts everything, `empty` without the demo exam; `close` ends what it started and drops the database. */
export async function startWorld({ empty = false } = {}): Promise<World> {
  const database = `e2e_${randomBytes(5).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'examhall-e2e-'));
  const port = await freePort();
  const health = await freePort();
  const url = `http://localhost:${port}`;
  const env = environment(database, folder, port, health);
  await withAdmin(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  await runCli('api/cli/migrate.ts', env);
  const logins = empty ? nobody : (JSON.parse(await runCli('api/cli/seed.ts', env)) as DemoLogins);
  const api = new Program('api/main.ts', env, join(folder, 'api.log'), answers(`${url}/healthz`));
  const worker = new Program(
    'activities/worker.ts',
    env,
    join(folder, 'worker.log'),
    answers(`${url}/readyz`),
  );
  await api.start();
  await worker.start();
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await api.stop();
    await worker.stop();
    await withAdmin(`DROP DATABASE ${database}`);
    rmSync(folder, { recursive: true, force: true });
  };
  const run = (entry: string, args: readonly string[]) => runCli(entry, env, args);
  return { url, logins, browser, api, worker, databaseUrl: env.DATABASE_URL ?? '', run, close };
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
