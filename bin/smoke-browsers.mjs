// @ts-check
// `npm run smoke:browsers`: the beginning of an exam in Firefox and WebKitGTK, against the whole product.
// Not part of `npm test`: it fetches 125 MB of browsers.
import { ensureBrowsers } from './lib/browsers.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runJest } from './lib/jest.mjs';
import { join } from 'node:path';
import { TEST_DATA } from './lib/paths.mjs';
import { say, step } from './lib/progress.mjs';
import { onStopRequest } from './lib/shutdown.mjs';
import { openTestRun } from './lib/test-run.mjs';
import { prepareParts } from './lib/test-parts.mjs';

const SUITE = { name: 'browsers', workers: 1, needs: /** @type {const} */ (['services', 'chromium', 'web']) };

await ensureDependencies();
const browsers = await step('getting Firefox and WebKitGTK', ensureBrowsers);
if ('reason' in browsers) {
  say(browsers.reason);
  process.exit(1);
}
const run = await openTestRun(say);
/** @type {() => Promise<void>} */
let stop = async () => {};
onStopRequest(async () => {
  await stop();
  run.close();
});
try {
  const parts = await prepareParts([SUITE], run.dataDir, (end) => (stop = end));
  const env = { ...parts.env, BROWSERS_ROOT: browsers.path };
  const outcome = await runJest(SUITE, { env, resultsDir: join(TEST_DATA, 'results'), limitMs: 900_000 });
  say(`${outcome.passed} passed, ${outcome.failed} failed`);
  process.exitCode = outcome.failed > 0 ? 1 : 0;
} finally {
  await stop();
  run.close();
}
