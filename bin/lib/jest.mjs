// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './paths.mjs';

const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

/** @typedef {{ passed: number, failed: number, skipped: number, remark: string, ms: number }} Outcome */

/** So many files of a suite may be told again: more than that is no accident. */
const MOST_TOLD_AGAIN = 2;

/**
 * Runs one Jest project and counts from what it wrote down, not from what it printed. Where the suite allows it,
 * a file or two that failed is run once more by itself, and the outcome names what passed only then.
 * @param {{ name: string, workers: number, tellAgain?: boolean }} suite
 * @param {{ env: Record<string, string>, resultsDir: string, limitMs: number }} options
 * @returns {Promise<Outcome>}
 */
export async function runJest(suite, options) {
  const began = Date.now();
  mkdirSync(options.resultsDir, { recursive: true });
  const first = await runOnce(suite, [], suite.name, options);
  const failed = failedFiles(first.report);
  const mayAgain = suite.tellAgain && failed.length > 0 && failed.length <= MOST_TOLD_AGAIN;
  // A run that broke down says nothing of its files.
  if (!mayAgain || first.ended !== 1) return { ...count(first.report, first.ended), ms: Date.now() - began };
  process.stderr.write(`\nonce more, by itself: ${failed.join(' ')}\n`);
  const again = await runOnce(suite, ['--runTestsByPath', ...failed], `${suite.name}-again`, options);
  return { ...mergeAgain(first.report, again), ms: Date.now() - began };
}

/**
 * @param {{ name: string, workers: number }} suite @param {string[]} which @param {string} as
 * @param {{ env: Record<string, string>, resultsDir: string, limitMs: number }} options
 */
async function runOnce(suite, which, as, { env, resultsDir, limitMs }) {
  const outputFile = join(resultsDir, `${as}.json`);
  rmSync(outputFile, { force: true });
  const args = ['--selectProjects', suite.name, '--json', `--outputFile=${outputFile}`];
  const ended = await spawnJest([JEST, ...args, `--maxWorkers=${suite.workers}`, ...which], env, limitMs);
  const report = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
  return { ended, report };
}

/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileReport */

/** @param {{ testResults: FileReport[] } | undefined} report */
const failedFiles = (report) =>
  (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);

/**
 * What passed at first counts as it is; of the files told again only the second telling counts, and it is said.
 * @param {{ testResults: FileReport[] }} first
 * @param {{ ended: number | string, report: Parameters<typeof count>[0] }} again
 * @returns {Omit<Outcome, 'ms'>}
 */
export function mergeAgain(first, again) {
  const told = failedFiles(first);
  const second = count(again.report, again.ended);
  const before = first.testResults.filter(({ status }) => status !== 'failed');
  const results = before.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const passed = results.filter((status) => status === 'passed').length;
  return {
    passed: passed + second.passed,
    failed: second.failed,
    skipped: results.length - passed + second.skipped,
    remark: `told twice: ${told.map((name) => basename(name)).join(' ')} ${second.remark}`.trim(),
  };
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
