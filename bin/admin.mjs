// @ts-check
// `npm run admin -- --login NAME`: makes an administrator, or lets one in again, and prints the passcode once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const usage = `npm run admin -- --login NAME [--name 'FULL NAME']

Makes an administrator of this installation, or gives the one of this name a fresh passcode. The passcode is shown
once. The product must be running (npm start); with DATABASE_URL in the environment, that database is meant.`;

/** The database of `npm start` on this machine. */
function ownDatabase() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(HOME, file), 'utf8'));
  const { mariadb } = read('ports.json');
  const { mariadbPassword } = read('secrets.json');
  return `mysql://examhall:${mariadbPassword}@127.0.0.1:${mariadb}/examhall`;
}

const given = process.argv.slice(2);
if (given.length === 0 || given.includes('--help')) {
  process.stdout.write(`${usage}\n`);
  process.exit(given.length === 0 ? 2 : 0);
}

try {
  const env = { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? ownDatabase() };
  const args = ['--import', 'tsx', 'api/cli/admin.ts', ...given];
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, env, timeoutMs: 60_000 });
  const { login, password, isNew } = JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null');
  process.stdout.write(`${isNew ? 'New administrator' : 'Fresh passcode of'} ${login}\n\n  ${password}\n\n`);
  process.stdout.write('It is shown only now. Sign in at /admin.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
  process.exit(1);
}
