// @ts-check
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { certifiedNames, lanAddresses } from './addresses.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { productEnvironment } from './environment.mjs';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { takeLock } from './lock.mjs';
import { HOME as dataDir } from './paths.mjs';
import { choosePorts, LIVE_PORTS } from './ports.mjs';
import { apiService, migrate, seed, webWatchService, workerService } from './product.mjs';
import { say, seconds, step } from './progress.mjs';
import { loadSecrets } from './secrets.mjs';
import { ensureDatabases, startServices } from './services.mjs';
import { onStopRequest } from './shutdown.mjs';
import { createSupervisor, endLeftovers } from './supervise.mjs';
import { ensureTemporalCli } from './temporal.mjs';
import { ensureCertificate } from './tls.mjs';
import { ensureWebBuild, VITE } from './web-build.mjs';
import { welcome } from './welcome.mjs';

/** Downloads, the authority that phones trust, and the secrets stay. */
const EXAM_DATA = ['mariadb', 'redis', 'temporal', 'storage'];

/** Starts the whole product and stays until it is asked to stop. @param {{ fresh: boolean, watch: boolean }} options */
export async function up({ fresh, watch }) {
  const began = Date.now();
  const lock = takeLock(join(dataDir, 'lock'), { command: 'npm start' });
  if ('holder' in lock) {
    const where = lock.holder.address ? `at ${lock.holder.address}` : 'and still starting';
    throw new Error(`Already running, pid ${lock.holder.pid}, ${where}. Nothing was changed.`);
  }
  const supervisor = createSupervisor({ dataDir, say });
  const wasAsked = onStopRequest(async () => {
    say('\nStopping.');
    await supervisor.stop((name) => say(`  ${name}`));
    lock.release();
  });
  try {
    await endLeftovers(dataDir, say);
    if (fresh) await step('emptying the data', empty);
    const { address, text } = await start(supervisor, watch);
    lock.announce(address);
    say(text);
    say(`Ready after ${seconds(Date.now() - began)}.`);
  } catch (error) {
    // Whatever fails while everything is being stopped fails because of that.
    if (wasAsked()) return;
    await supervisor.stop();
    lock.release();
    throw error;
  }
}

/** @param {ReturnType<typeof createSupervisor>} supervisor @param {boolean} watch */
async function start(supervisor, watch) {
  await ensureDependencies();
  await step('getting MariaDB and Redis', (note) => ensureDatabases(note));
  const cli = await step('getting Temporal', (note) => ensureTemporalCli(note));
  const ffmpeg = await step('getting ffmpeg', (note) => ensureFfmpeg(note));
  if ('reason' in ffmpeg) say(`  recorded takes are not joined into files: ${ffmpeg.reason}`);
  const services = await step('starting MariaDB, Redis and Temporal', () =>
    startServices({ dataDir, supervisor, wantedPorts: LIVE_PORTS, durable: true }),
  );
  const asked = process.env.PORT ? { web: Number(process.env.PORT) } : {};
  const { web: port } = await choosePorts(dataDir, LIVE_PORTS, ['web'], asked);
  const publicUrl = process.env.PUBLIC_URL ?? `https://${lanAddresses()[0] ?? 'localhost'}:${port}`;
  const tls = await step('certificate', () =>
    ensureCertificate(dataDir, certifiedNames([new URL(publicUrl).hostname])),
  );
  const env = productEnvironment({
    services,
    secrets: loadSecrets(dataDir),
    tls,
    dataDir,
    port,
    publicUrl,
    watch,
    ...('path' in ffmpeg && { ffmpeg: ffmpeg.path }),
  });
  await step('database schema', (note) => migrate(env, note));
  const [logins] = await Promise.all([
    step('demo exam', (note) => seed(env, note)),
    step('web app', (note) => ensureWebBuild(note)),
    step('starting the worker', () => supervisor.start(workerService({ env, cli, watch }))),
  ]);
  if (watch) await supervisor.start(webWatchService(VITE));
  await step('starting the api', () => supervisor.start(apiService({ env, watch })));
  const text = welcome({ port, publicUrl, logins, logs: join(dataDir, 'logs') });
  return { address: `https://localhost:${port}`, text };
}

async function empty() {
  const names = readdirSync(dataDir).filter((name) => EXAM_DATA.includes(name.replace(/\.new$/, '')));
  for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true });
}
