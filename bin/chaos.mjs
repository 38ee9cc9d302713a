// @ts-check
// `npm run chaos -- OPTION…`: kills parts of a stack of its own in mid-exam and looks whether anything was lost.
import { spawn } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/paths.mjs';
import { step } from './lib/progress.mjs';
import { ensureDatabases } from './lib/services.mjs';
import { ensureTemporalCli } from './lib/temporal.mjs';

await ensureDependencies();
await step('getting MariaDB and Redis', ensureDatabases);
await step('getting Temporal', ensureTemporalCli);

const args = ['--import', 'tsx', 'bench/chaos/main.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
// Ctrl-C in a terminal reaches the child by itself; it stops its services and ends, and we with it.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
}
child.on('exit', (status) => process.exit(status ?? 1));
