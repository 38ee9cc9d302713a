// @ts-check
import { forgetDebian, fetchDebian, debianEnv } from './apt.mjs';
import { mariadbService } from './mariadb.mjs';
import { PARTS } from './paths.mjs';
import { choosePorts, TEST_PORTS } from './ports.mjs';
import { say } from './progress.mjs';
import { redisService } from './redis.mjs';
import { run } from './run.mjs';
import { loadSecrets } from './secrets.mjs';
import { createSupervisor } from './supervise.mjs';
import { ensureTemporalCli, NAMESPACE, temporalService } from './temporal.mjs';

/** @typedef {'mariadb' | 'redis' | 'temporal'} ServiceName */

const ALL = /** @type {const} */ (['mariadb', 'redis', 'temporal']);

/**
 * Our own copies even where the machine has a MariaDB or Redis: the versions, the modules and the
 * settings are then those that were tested, and a system service's data is never near ours.
 */
const PACKAGES = ['mariadb-server-core(-[0-9.]+)?', 'mariadb-client-core(-[0-9.]+)?', 'redis-tools'];

/** @param {(note: string) => void} [note] */
export async function ensureDatabases(note) {
  await fetchDebian('services', PACKAGES, note);
  try {
    await run(`${PARTS.debian}/usr/sbin/mariadbd`, ['--no-defaults', '--version'], { env: debianEnv() });
    await run(`${PARTS.debian}/usr/bin/redis-cli`, ['--version'], { env: debianEnv() });
  } catch {
    forgetDebian('services');
    await fetchDebian('services', PACKAGES, note);
  }
}

/**
 * Starts MariaDB, Redis and Temporal on loopback below `dataDir` and waits until they answer.
 * @param {{
 *   dataDir: string,
 *   only?: readonly ServiceName[],
 *   durable?: boolean,
 *   wantedPorts?: Record<import('./ports.mjs').PortName, number>,
 *   supervisor?: ReturnType<typeof createSupervisor>,
 * }} options `durable` survives a power cut, otherwise only the death of a process
 */
export async function startServices(options) {
  const { dataDir, only = ALL, durable = false, wantedPorts = TEST_PORTS } = options;
  const secrets = loadSecrets(dataDir);
  const ports = await choosePorts(dataDir, wantedPorts, [...only]);
  const supervisor = options.supervisor ?? createSupervisor({ dataDir, say });
  const { mariadbRootPassword: rootPassword, mariadbPassword: password, redisPassword } = secrets;
  if (only.some((name) => name !== 'temporal')) await ensureDatabases();
  const makers = {
    mariadb: async () => mariadbService({ dataDir, port: ports.mariadb, rootPassword, password, durable }),
    redis: async () => redisService({ dataDir, port: ports.redis, password: redisPassword }),
    temporal: async () =>
      temporalService({ dataDir, port: ports.temporal, cli: await ensureTemporalCli(), durable }),
  };
  try {
    const services = await Promise.all(only.map((name) => makers[name]()));
    await Promise.all(services.map((service) => supervisor.start(service)));
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return {
    databaseUrl: `mysql://examhall:${password}@127.0.0.1:${ports.mariadb}/examhall`,
    adminDatabaseUrl: `mysql://root:${rootPassword}@127.0.0.1:${ports.mariadb}`,
    redisUrl: `redis://:${redisPassword}@127.0.0.1:${ports.redis}`,
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    temporalNamespace: NAMESPACE,
    pidOf: supervisor.pidOf,
    stop: supervisor.stop,
  };
}
