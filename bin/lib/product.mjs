// @ts-check
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { ROOT, TSX } from './paths.mjs';
import { run } from './run.mjs';

/** Our own programs: TypeScript run as it is, so there is no server build to be out of date. */
const program = (/** @type {string} */ file) => ['--import', 'tsx', file];
const watched = (/** @type {string} */ file) => [TSX, 'watch', '--clear-screen=false', file];

/** @param {Record<string, string>} env @param {(note: string) => void} [note] */
export async function migrate(env, note) {
  await run(process.execPath, program('api/cli/migrate.ts'), {
    cwd: ROOT,
    env,
    onLine: note,
    timeoutMs: 300_000,
  });
}

/**
 * Makes the demo exam where there is none.
 * @param {Record<string, string>} env
 * @param {(note: string) => void} [note]
 * @returns {Promise<import('./welcome.mjs').Logins>}
 */
export async function seed(env, note) {
  const { stdout } = await run(process.execPath, program('api/cli/seed.ts'), {
    cwd: ROOT,
    env,
    onLine: note,
    timeoutMs: 300_000,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null');
}

/**
 * @param {{ env: Record<string, string>, cli: string, watch: boolean }} options
 * @returns {import('./supervise.mjs').Service}
 */
export function workerService({ env, cli, watch }) {
  const file = 'activities/worker.ts';
  let since = Date.now();
  return {
    name: 'worker',
    command: process.execPath,
    args: watch ? watched(file) : program(file),
    env,
    stopWithinMs: 30_000,
    readyWithinMs: 120_000,
    prepare: async () => void (since = Date.now()),
    isReady: () => isPolled(cli, env, since),
  };
}

/** @typedef {{ last_access_time: { seconds: number } }} Poller */

/** Temporal itself says who asks it for work. @param {string} cli @param {Record<string, string>} env @param {number} since */
async function isPolled(cli, env, since) {
  const where = ['--address', env.TEMPORAL_ADDRESS ?? '', '--namespace', env.TEMPORAL_NAMESPACE ?? ''];
  // The older form of the question sees versioned workers too.
  const args = [
    'task-queue',
    'describe',
    '--task-queue',
    'exams',
    '--legacy-mode',
    '--output',
    'json',
    ...where,
  ];
  try {
    const { stdout } = await run(cli, [...args, '--command-timeout', '5s'], { timeoutMs: 10_000 });
    const pollers = JSON.parse(stdout).pollers ?? [];
    // Whole seconds are given; a worker that was killed may still be listed with an earlier one.
    return pollers.some(
      (/** @type {Poller} */ poller) => poller.last_access_time.seconds * 1000 >= since - 999,
    );
  } catch {
    return false;
  }
}

/**
 * @param {{ env: Record<string, string>, watch: boolean }} options
 * @returns {import('./supervise.mjs').Service}
 */
export function apiService({ env, watch }) {
  return {
    name: 'api',
    command: process.execPath,
    args: watch ? watched('api/main.ts') : program('api/main.ts'),
    env,
    stopWithinMs: 15_000,
    readyWithinMs: 120_000,
    isReady: () => answersReady(Number(env.PORT), env.TLS_CA ?? ''),
  };
}

/** @param {number} port @param {string} caPath @returns {Promise<boolean>} */
function answersReady(port, caPath) {
  return new Promise((resolve) => {
    const request = get({
      host: 'localhost',
      port,
      path: '/readyz',
      ca: readFileSync(caPath),
      timeout: 5000,
      agent: false,
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

/** Rebuilds the web app at every change. @param {readonly string[]} vite @returns {import('./supervise.mjs').Service} */
export function webWatchService(vite) {
  return {
    name: 'web',
    command: process.execPath,
    args: [...vite, '--watch'],
    stopWithinMs: 5000,
    readyWithinMs: 10_000,
    isReady: async () => true,
  };
}
