// @ts-check
// `npm test [-- SUITE…]`: everything from a clean clone. Gets what is missing, starts services that are
// thrown away afterwards, runs the check and each Jest project by itself, and counts.
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { HARD_LIMIT_FACTOR, SUITES } from './lib/suites.mjs';
import { findObstacles } from './lib/requirements.mjs';
import { runCheck } from './lib/check.mjs';
import { runJest } from './lib/jest.mjs';
import { say, seconds, table } from './lib/progress.mjs';
import { onStopRequest } from './lib/shutdown.mjs';
import { openTestRun } from './lib/test-run.mjs';
import { prepareParts } from './lib/test-parts.mjs';
import { TEST_DATA } from './lib/paths.mjs';

/** @typedef {import('./lib/jest.mjs').Outcome} Outcome */

const CHECK = 'check';
const names = [CHECK, ...SUITES.map(({ name }) => name)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  say(`Unknown suite: ${unknown.join(' ')}. There are: ${names.join(' ')}.`);
  process.exit(2);
}
const isWanted = (/** @type {string} */ name) => asked.length === 0 || asked.includes(name);

/** @type {(Outcome & { name: string, budgetSeconds?: number })[]} */
const outcomes = [];
const run = await openTestRun(say);
onStopRequest(async () => {
  await stopParts();
  run.close();
  say('0 passed, 1 failed');
  process.exit(130);
});
/** @type {() => Promise<void>} */
let stopParts = async () => {};

try {
  for (const obstacle of findObstacles()) throw new Error(obstacle);
  await ensureDependencies();
  if (isWanted(CHECK)) outcomes.push(await check());
  const suites = SUITES.filter(({ name }) => isWanted(name));
  const parts = await prepareParts(suites, run.dataDir, (stop) => (stopParts = stop));
  for (const suite of suites) outcomes.push({ ...suite, ...(await runSuite(suite, parts)) });
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}`);
  outcomes.push({ name: 'preparation', passed: 0, failed: 1, skipped: 0, remark: 'see above', ms: 0 });
} finally {
  await stopParts();
  run.close();
}
report();

async function check() {
  say('\n── check');
  const began = Date.now();
  const clean = await runCheck();
  const remark = clean ? 'clean' : 'not clean';
  return {
    name: CHECK,
    passed: 0,
    failed: clean ? 0 : 1,
    skipped: 0,
    remark,
    ms: Date.now() - began,
    budgetSeconds: 120,
  };
}

/**
 * @param {typeof SUITES[number]} suite
 * @param {Awaited<ReturnType<typeof prepareParts>>} parts
 * @returns {Promise<Outcome>}
 */
async function runSuite(suite, parts) {
  say(`\n── ${suite.name}`);
  const fault = suite.needs.map((need) => parts.faults[need]).find(Boolean);
  if (fault) {
    say(fault);
    return { passed: 0, failed: 1, skipped: 0, remark: fault.split('\n')[0]?.slice(0, 80) ?? '', ms: 0 };
  }
  const lack = suite.needs.map((need) => parts.lacks[need]).find(Boolean);
  // A person may lack Java; a machine that judges submissions must run everything.
  if (lack)
    return {
      passed: 0,
      failed: process.env.CI ? 1 : 0,
      skipped: 0,
      remark: `cannot run here: ${lack}`,
      ms: 0,
    };
  const limitMs = suite.budgetSeconds * HARD_LIMIT_FACTOR * 1000;
  return runJest(suite, { env: parts.env, resultsDir: join(TEST_DATA, 'results'), limitMs });
}

function report() {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    outcomes.reduce((total, one) => total + one[key], 0);
  const rows = outcomes.map(({ name, passed, failed, skipped, remark, ms, budgetSeconds }) => [
    ...[name, String(passed), String(failed), String(skipped), seconds(ms)],
    budgetSeconds === undefined ? '' : `${budgetSeconds} s${ms > budgetSeconds * 1000 ? ' exceeded' : ''}`,
    remark,
  ]);
  say(`\n${table([['suite', 'passed', 'failed', 'skipped', 'time', 'budget', ''], ...rows])}\n`);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
