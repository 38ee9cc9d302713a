// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

/** @typedef {{ passed: number, failed: number, skipped: number, remark: string, ms: number }} Outcome */

/**
 * Runs one Jest project and counts from what it wrote down, not from what it printed.
 * @param {{ name: string, workers: number }} suite
 * @param {{ env: Record<string, string>, resultsDir: string, limitMs: number }} options
 * @returns {Promise<Outcome>}
 */
export async function runJest(suite, { env, resultsDir, limitMs }) {
  const outputFile = join(resultsDir, `${suite.name}.json`);
  mkdirSync(resultsDir, { recursive: true });
  rmSync(outputFile, { force: true });
  const began = Date.now();
  const args = [
    '--selectProjects',
    suite.name,
    '--json',
    `--outputFile=${outputFile}`,
    `--maxWorkers=${suite.workers}`,
  ];
  const ended = await spawnJest([JEST, ...args], env, limitMs);
  const report = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
  return { ...count(report, ended), ms: Date.now() - began };
}

/** @param {string[]} args @param {Record<string, string>} env @param {number} limitMs @returns {Promise<number | 'timeout' | string>} */
function spawnJest(args, env, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      // With --json the report would fill standard output; everything for people is on the other one.
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    });
    const kill = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      kill();
      resolve('timeout');
    }, limitMs);
    process.once('exit', kill);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (status, signal) => {
      clearTimeout(timer);
      process.off('exit', kill);
      // Browsers and servers that tests left running end with their suite.
      kill();
      resolve(status ?? signal ?? 'ended');
    });
  });
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

/**
 * A file that does not even load, a run without tests, and a run that ends badly each count as a failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number } | undefined} report
 * @param {number | string} ended
 * @returns {Omit<Outcome, 'ms'>}
 */
export function count(report, ended) {
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (ended === 'timeout') return { passed, failed: failed + 1, skipped, remark: 'did not end in time' };
  if (passed + failed === 0) return { passed, failed: 1, skipped, remark: 'ran no tests' };
  if (ended !== 0 && failed === 0) return { passed, failed: 1, skipped, remark: `ended with ${ended}` };
  return { passed, failed, skipped, remark: '' };
}
