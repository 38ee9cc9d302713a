// @ts-check
// `npm run services`: only the throw-away services of the tests, until Ctrl-C. Their addresses are
// written to `.data/test/services.env`, one KEY=VALUE a line, ready for `set -a; . FILE`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftovers } from './lib/supervise.mjs';
import { takeLock } from './lib/lock.mjs';
import { TEST_DATA } from './lib/paths.mjs';
import { onStopRequest } from './lib/shutdown.mjs';
import { say, step } from './lib/progress.mjs';
import { ensureDatabases, startServices } from './lib/services.mjs';
import { ensureTemporalCli } from './lib/temporal.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureFfmpeg } from './lib/ffmpeg.mjs';
import { ensureTestServer } from './lib/test-server.mjs';
import { testEnvironment } from './lib/test-environment.mjs';

const lock = takeLock(join(TEST_DATA, 'lock'), { command: 'npm run services' });
if ('holder' in lock) {
  say(`The test services are already running, pid ${lock.holder.pid} (${lock.holder.command}).`);
  process.exit(1);
}
/** @type {() => Promise<void>} */
let stopServices = async () => {};
onStopRequest(async () => {
  await stopServices();
  for (const name of ['services.env', 'services.pid']) rmSync(join(TEST_DATA, name), { force: true });
  lock.release();
});
await endLeftovers(TEST_DATA, say);
await step('getting MariaDB and Redis', (note) => ensureDatabases(note));
const cli = await step('getting Temporal', (note) => ensureTemporalCli(note));
const testServer = await step('getting the time-skipping server', (note) => ensureTestServer(note));
const chromium = await step('getting Chromium', (note) => ensureChromium(note));
const ffmpeg = await step('getting ffmpeg', (note) => ensureFfmpeg(note));
for (const part of [testServer, chromium, ffmpeg])
  if ('reason' in part) say(`  not available: ${part.reason}`);
const services = await step('starting MariaDB, Redis and Temporal', () =>
  startServices({ dataDir: TEST_DATA }),
);
stopServices = () => services.stop((name) => say(`  stopping ${name}`));

const file = join(TEST_DATA, 'services.env');
mkdirSync(TEST_DATA, { recursive: true });
const values = testEnvironment(services, {
  cli,
  testServer: pathOf(testServer),
  chromium: pathOf(chromium),
  ffmpeg: pathOf(ffmpeg),
});
writeFileSync(
  file,
  Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join(''),
  { mode: 0o600 },
);
writeFileSync(join(TEST_DATA, 'services.pid'), `${process.pid}\n`);
say(`\nReady. Addresses are in ${file}; Ctrl-C stops.`);

/** @param {{ path: string } | { reason: string }} part */
function pathOf(part) {
  return 'path' in part ? part.path : undefined;
}
