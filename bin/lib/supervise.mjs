// @ts-check
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { sleep } from './run.mjs';
import { waitUntil } from './wait.mjs';
import { watchOver } from './watch.mjs';

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {string} command
 * @property {string} [argv0] the name by which the program is told it was called
 * @property {readonly string[]} args
 * @property {Record<string, string | undefined>} [env]
 * @property {() => Promise<void>} [prepare] before every start
 * @property {() => Promise<boolean>} isReady whether it really answers
 * @property {() => Promise<void>} [afterReady] after every start
 * @property {import('./watch.mjs').Watch} [watch] tells a service that lives but answers wrongly: it is started again
 * @property {number} readyWithinMs
 * @property {number} stopWithinMs after SIGTERM, before SIGKILL
 */

/** @typedef {{ service: Service, child: import('node:child_process').ChildProcess, failures: number, startedAt: number }} Running */

const logLimit = 20_000_000;
/** What answers wrongly is asked to end, but not for long. */
const STUCK_MS = 5_000;

/** Who asks goes before who answers, so that nothing fails on the way down. */
const STOP_ORDER = ['web', 'api', 'worker', 'temporal', 'redis', 'mariadb'];
const byStopOrder = (/** @type {{ name: string }} */ a, /** @type {{ name: string }} */ b) =>
  STOP_ORDER.indexOf(a.name) - STOP_ORDER.indexOf(b.name);

/**
 * Starts services, each in its own process group with its own log; starts again what dies or lives but
 * answers wrongly; stops all in order. What runs is on record, so that a successor can end what a killed predecessor left.
 * @param {{ dataDir: string, say: (text: string) => void }} options
 */
export function createSupervisor({ dataDir, say }) {
  const logs = join(dataDir, 'logs');
  const record = join(dataDir, 'running.json');
  mkdirSync(logs, { recursive: true });
  /** @type {Map<string, Running>} */
  const running = new Map();
  let stopping = false;

  const remember = () => {
    const rows = [...running.values()].map(({ service, child }) => ({
      name: service.name,
      ...identify(child.pid ?? 0),
    }));
    writeFileSync(record, JSON.stringify(rows));
  };

  /** @param {Service} service @param {number} failures */
  const launch = async (service, failures) => {
    await service.prepare?.();
    if (stopping) return;
    const child = spawnLogged(service, join(logs, `${service.name}.log`));
    const entry = { service, child, failures, startedAt: Date.now() };
    running.set(service.name, entry);
    remember();
    child.once('exit', (status, signal) => void onExit(entry, signal ?? `exit ${status}`));
    await waitUntil(service.isReady, {
      timeoutMs: service.readyWithinMs,
      what: service.name,
      giveUp: () =>
        hasEnded(child)
          ? `ended at once, see ${join(logs, `${service.name}.log`)}${tail(logs, service.name)}`
          : undefined,
    });
    await service.afterReady?.();
    if (service.watch) void watchOver(service.watch, watching(entry, service.watch));
  };

  /** @param {Running} entry @param {import('./watch.mjs').Watch} watch */
  const watching = ({ service, child }, { everyMs }) => ({
    goes: () => !stopping && running.get(service.name)?.child === child && !hasEnded(child),
    onFailing: (/** @type {number} */ times) => {
      const what = `${service.name} lives but did not answer rightly ${times} times, once in ${everyMs / 1000} s`;
      say(`${what}; ending it, so that it starts again`);
      void end(child.pid ?? 0, () => hasEnded(child), Math.min(STUCK_MS, service.stopWithinMs));
    },
  });

  /** @param {Running} entry @param {string | number} how */
  const onExit = async (entry, how) => {
    const { service } = entry;
    if (stopping || running.get(service.name) !== entry || entry.failures < 0) return;
    const failures = Date.now() - entry.startedAt > 60_000 ? 1 : entry.failures + 1;
    const pause = Math.min(10_000, 250 * 2 ** failures);
    say(`${service.name} ended unexpectedly (${how}); starting it again in ${pause / 1000} s`);
    await sleep(pause);
    await launch(service, failures).then(
      () => stopping || say(`${service.name} is back`),
      (error) => stopping || say(String(error.message)),
    );
  };

  return {
    /** The first start: failing it is the caller's affair, not tried again. @param {Service} service */
    async start(service) {
      try {
        await launch(service, -1);
        const entry = running.get(service.name);
        if (entry) entry.failures = 0;
        if (entry && hasEnded(entry.child))
          throw new Error(`${service.name} ended at once${tail(logs, service.name)}`);
      } catch (error) {
        // Stopped in the middle of starting: there is nothing to report, and the end is near.
        if (stopping) return new Promise(() => {});
        const entry = running.get(service.name);
        if (entry) await end(entry.child.pid ?? 0, () => hasEnded(entry.child), service.stopWithinMs);
        running.delete(service.name);
        throw error;
      }
    },
    /** @param {string} name */
    pidOf: (name) => running.get(name)?.child.pid,
    /** @param {(name: string) => void} [tell] */
    async stop(tell = () => {}) {
      stopping = true;
      const services = [...running.values()].map(({ service }) => service);
      for (const { name, stopWithinMs } of services.sort(byStopOrder)) {
        const child = running.get(name)?.child;
        tell(name);
        await end(child?.pid ?? 0, () => !child || hasEnded(child), stopWithinMs);
      }
      rmSync(record, { force: true });
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child */
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

/** @param {Service} service @param {string} logFile */
function spawnLogged(service, logFile) {
  if (existsSync(logFile) && statSync(logFile).size > logLimit) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a');
  const child = spawn(service.command, service.args, {
    cwd: ROOT,
    argv0: service.argv0,
    env: { ...process.env, ...service.env },
    stdio: ['ignore', log, log],
    // Ctrl-C in a terminal goes to the foreground group: only we hear it, and stop the services in order.
    detached: true,
  });
  child.on('error', () => {});
  closeSync(log);
  return child;
}

/** @param {string} logs @param {string} name */
function tail(logs, name) {
  try {
    return `:\n${readFileSync(join(logs, `${name}.log`), 'utf8')
      .trim()
      .split('\n')
      .slice(-8)
      .join('\n')}`;
  } catch {
    return '';
  }
}

/**
 * Ends a process group: asks, waits, then kills.
 * @param {number} pid
 * @param {() => boolean} ended
 * @param {number} withinMs
 */
async function end(pid, ended, withinMs) {
  if (!pid) return;
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + withinMs;
  while (!ended() && Date.now() < deadline) await sleep(50);
  signal(pid, 'SIGKILL');
  while (!ended() && Date.now() < deadline + 5000) await sleep(50);
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // The whole group is gone already.
  }
}

/**
 * Ends what a predecessor that was killed left running below `dataDir`.
 * @param {string} dataDir
 * @param {(text: string) => void} say
 */
export async function endLeftovers(dataDir, say) {
  const record = join(dataDir, 'running.json');
  if (!existsSync(record)) return;
  /** @type {{ name: string, pid: number, startTime: string }[]} */
  const rows = JSON.parse(readFileSync(record, 'utf8'));
  for (const row of rows.sort(byStopOrder)) {
    if (!isAlive(row)) continue;
    say(`stopping ${row.name}, left over from a start that was killed`);
    await end(row.pid, () => !isAlive(row), 60_000);
  }
  rmSync(record, { force: true });
}
