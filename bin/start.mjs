// @ts-check
// `npm start`: the whole product on this machine. Runs before anything is installed, so it and what it
// imports use Node's own modules only.
import { findObstacles } from './lib/requirements.mjs';

const usage = `npm start [-- OPTION…]

  --fresh   empty the data first (exams, files, histories; not the downloads, not the certificate authority)
  --watch   start api and worker again at every change, rebuild the web app at every change
  --help    this text

PORT, HOST and PUBLIC_URL in the environment set the address.`;

const options = process.argv.slice(2);
const unknown = options.filter((option) => !['--fresh', '--watch', '--help'].includes(option));

if (unknown.length > 0 || options.includes('--help')) {
  if (unknown.length > 0) process.stderr.write(`Unknown: ${unknown.join(' ')}\n\n`);
  process.stdout.write(`${usage}\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const obstacles = findObstacles();
if (obstacles.length > 0) {
  process.stderr.write(`Examhall cannot start here:\n${obstacles.map((text) => `  ${text}\n`).join('')}`);
  process.exit(1);
}

try {
  const { up } = await import('./lib/up.mjs');
  await up({ fresh: options.includes('--fresh'), watch: options.includes('--watch') });
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
