import { join } from 'node:path';
import { TSX_ARGS, answersOk } from './program';
import type { Target } from './options';
import { startServices } from '../../bin/lib/services.mjs';
import { choosePorts } from '../../bin/lib/ports.mjs';
import { createSupervisor } from '../../bin/lib/supervise.mjs';
import { loadSecrets } from '../../bin/lib/secrets.mjs';
import { migrate } from '../../bin/lib/product.mjs';

/** Neither the product's nor the tests': all three may run beside one another. */
const PORTS = { web: 26443, mariadb: 26306, redis: 26379, temporal: 26233 };
const PARTS = ['api', 'worker', 'temporal', 'mariadb', 'redis'] as const;
type Part = (typeof PARTS)[number];

export interface Stack {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** SIGKILL by pid, all in one go. @returns the pids */
  readonly kill: (target: Target) => Record<string, number>;
  /** Whether every part runs and answers. */
  readonly isWell: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

const partsOf = (target: Target): readonly Part[] => (target === 'all' ? PARTS : [target]);

/**
 * The whole product on ports and in a folder of its own, with the settings it has in an exam. Its own supervisor
 * starts again what is killed.
 */
export async function startStack(options: {
  readonly dataDir: string;
  readonly apiEntry: string;
  readonly say: (text: string) => void;
}): Promise<Stack> {
  const { dataDir, apiEntry, say } = options;
  const supervisor = createSupervisor({ dataDir, say });
  const services = await startServices({ dataDir, supervisor, durable: true, wantedPorts: PORTS });
  const { web: port } = await choosePorts(dataDir, PORTS, ['web']);
  const env = environmentOf(services, dataDir, port);
  await migrate(env);
  const health = Number(env.HEALTH_PORT);
  const url = `http://localhost:${port}`;
  await Promise.all([
    supervisor.start(ours('worker', 'activities/worker.ts', env, `http://127.0.0.1:${health}/healthz`)),
    supervisor.start(ours('api', apiEntry, env, `${url}/readyz`)),
  ]);
  return {
    url,
    env,
    kill: (target) => killAll(partsOf(target).map((part) => [part, supervisor.pidOf(part) ?? 0] as const)),
    isWell: async () => {
      const asked = [`${url}/readyz`, `http://127.0.0.1:${health}/healthz`].map(answersOk);
      return (await Promise.all(asked)).every(Boolean);
    },
    stop: () => supervisor.stop(),
  };
}

function killAll(pids: readonly (readonly [Part, number])[]): Record<string, number> {
  for (const [, pid] of pids) if (pid > 0) process.kill(pid, 'SIGKILL');
  return Object.fromEntries(pids);
}

function environmentOf(
  services: Awaited<ReturnType<typeof startServices>>,
  dataDir: string,
  port: number,
): Record<string, string> {
  const secrets = loadSecrets(dataDir);
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
    TEMPORAL_NAMESPACE: services.temporalNamespace,
    TEMPORAL_TASK_QUEUE: 'exams',
    DATA_DIR: dataDir,
    STORAGE_DIR: join(dataDir, 'storage'),
    PAYLOAD_KEY: secrets.payloadKey,
    STORAGE_KEY: secrets.storageKey,
    SIGNING_KEY: secrets.signingKey,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    HEALTH_PORT: String(port + 1),
  };
}

/** One of our own programs, started as `npm start` does it. */
const ours = (name: string, entry: string, env: Record<string, string>, ready: string) => ({
  name,
  command: process.execPath,
  args: [...TSX_ARGS, entry],
  env,
  stopWithinMs: 15_000,
  readyWithinMs: 120_000,
  isReady: () => answersOk(ready),
});
