// @ts-check
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { say, seconds } from './progress.mjs';
import { run } from './run.mjs';

const bin = (/** @type {string} */ name) => join(ROOT, 'node_modules/.bin', name);

const CHECKS = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'lint', command: bin('eslint'), args: ['.', '--max-warnings', '0'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '.'] },
  { name: 'unused', command: bin('knip'), args: [] },
];

/**
 * Types, lint, format, unused exports and dependencies, a line each and what each complains about.
 * @returns {Promise<boolean>} whether all are clean
 */
export async function runCheck() {
  let clean = true;
  for (const { name, command, args } of CHECKS) {
    const began = Date.now();
    const complaint = await run(command, args, { cwd: ROOT, timeoutMs: 900_000 }).then(
      () => '',
      (error) => error.output || error.message,
    );
    say(`  ${name.padEnd(8)} ${complaint ? 'FAILED' : 'ok'}  ${seconds(Date.now() - began)}`);
    if (complaint) say(complaint.trimEnd());
    clean &&= complaint === '';
  }
  return clean;
}
