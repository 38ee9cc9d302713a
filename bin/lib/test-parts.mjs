// @ts-check
import { ensureChromium } from './chromium.mjs';
import { ensureDeploymentPrograms } from './deployment.mjs';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { step } from './progress.mjs';
import { ensureDatabases, startServices } from './services.mjs';
import { ensureTemporalCli } from './temporal.mjs';
import { testEnvironment } from './test-environment.mjs';
import { ensureTestServer } from './test-server.mjs';
import { ensureWebBuild } from './web-build.mjs';

/** @typedef {import('./suites.mjs').Need} Need */
/** @typedef {Partial<Record<Need, string>>} Lacks */

/**
 * Gets and starts what the suites at hand need, and nothing else.
 * @param {readonly { needs: readonly Need[] }[]} suites
 * @param {string} dataDir
 * @param {(stop: () => Promise<void>) => void} onStarted
 * @returns {Promise<{ env: Record<string, string>, lacks: Lacks, faults: Lacks }>} why needs are not met: by this machine, or by our own fault
 */
export async function prepareParts(suites, dataDir, onStarted) {
  const needs = new Set(suites.flatMap((suite) => suite.needs));
  /** @type {Lacks} */
  const lacks = {};
  /** @type {Lacks} */
  const faults = {};
  /** @param {Need} need @param {string} name @param {(note: (text: string) => void) => Promise<{ path: string } | { reason: string }>} ensure */
  const optional = async (need, name, ensure) => {
    if (!needs.has(need)) return undefined;
    const part = await step(name, ensure);
    if ('path' in part) return part.path;
    lacks[need] = part.reason;
    return undefined;
  };
  const ffmpeg = await optional('media', 'getting ffmpeg', ensureFfmpeg);
  const testServer = await optional('test-server', 'getting the time-skipping server', ensureTestServer);
  const chromium = await optional('chromium', 'getting Chromium', ensureChromium);
  await optional('deployment', 'getting prosody, haproxy and coturn', ensureDeploymentPrograms);
  if (needs.has('web')) {
    await step('building the web app', ensureWebBuild).catch(
      (error) => (faults.web = `the web app does not build\n${error.message}`),
    );
  }
  const common = {
    ...(testServer && { testServer }),
    ...(chromium && { chromium }),
    ...(ffmpeg && { ffmpeg }),
  };
  if (!needs.has('services')) return { env: testEnvironment(undefined, common), lacks, faults };
  await step('getting MariaDB and Redis', ensureDatabases);
  const cli = await step('getting Temporal', ensureTemporalCli);
  const services = await step('starting MariaDB, Redis and Temporal', () => startServices({ dataDir }));
  onStarted(services.stop);
  return { env: testEnvironment(services, { cli, ...common }), lacks, faults };
}
