// @ts-check
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describesNamespace } from './ask-temporal.mjs';
import { findGo } from './go.mjs';
import { exclusively } from './lock.mjs';
import { PARTS, ROOT } from './paths.mjs';
import { findOnPath, isExecutable, run } from './run.mjs';

/** The newest release that `go install` can build; later ones replace a module by an unpublished folder. */
const CLI = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
/** Worker versioning by deployments, which sittings rely on, needs this server. */
const OLDEST_SERVER = [1, 29];

export const NAMESPACE = 'examhall';
const SEARCH_ATTRIBUTES = ['RoomId', 'ExamPhase', 'FlowVersion'];

/**
 * The path of a usable Temporal CLI (which contains the server): from PATH, from last time, from the
 * SDK's own download, or built from source.
 * @param {(note: string) => void} [note]
 * @returns {Promise<string>}
 */
export async function ensureTemporalCli(note = () => {}) {
  const onPath = findOnPath('temporal');
  if (onPath && (await isRecent(onPath))) return onPath;
  const own = join(PARTS.bin, 'temporal');
  return exclusively(join(PARTS.bin, 'temporal.lock'), async () => {
    if (isExecutable(own) && (await isRecent(own))) return own;
    const why = (await downloadBySdk(own, note)) ?? undefined;
    if (!why) return own;
    note(why);
    await build(own, note);
    return own;
  });
}

/** @param {string} path */
async function isRecent(path) {
  const { stdout } = await run(path, ['--version'], { timeoutMs: 20_000 }).catch(() => ({ stdout: '' }));
  const [major = 0, minor = 0] = (/Server (\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_SERVER;
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** @param {string} target @param {(note: string) => void} note @returns {Promise<string | undefined>} why it did not work */
async function downloadBySdk(target, note) {
  note("trying the SDK's own download");
  const folder = join(PARTS.bin, 'sdk-download');
  mkdirSync(folder, { recursive: true });
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'bin/download-temporal.mjs'), folder], {
      timeoutMs: 180_000,
    });
    const path = stdout.trim().split('\n').at(-1) ?? '';
    if (!isExecutable(path) || !(await isRecent(path))) return 'the SDK offers no recent server';
    renameSync(path, target);
    return undefined;
  } catch {
    return "the SDK's own download is not reachable from here";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} target @param {(note: string) => void} note */
async function build(target, note) {
  const go = await findGo(note);
  note('building from source, this takes some minutes once');
  await run(go.path, ['install', '-ldflags=-s -w', CLI], {
    env: { ...go.env, GOBIN: PARTS.bin, CGO_ENABLED: '0' },
    onLine: (line) => note(`building from source: ${line}`),
    timeoutMs: 2_400_000,
  });
  go.tidy();
  if (!isExecutable(target)) throw new Error('The Temporal CLI was built but is not where it should be.');
}

/**
 * The development server, which keeps everything in one SQLite file.
 * @param {{ dataDir: string, port: number, cli: string, durable: boolean }} options
 * @returns {import('./supervise.mjs').Service}
 */
export function temporalService({ dataDir, port, cli, durable }) {
  const folder = join(dataDir, 'temporal');
  const address = `127.0.0.1:${port}`;
  return {
    name: 'temporal',
    command: cli,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'error', '--namespace', NAMESPACE],
      ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
      // Throw-away servers only need to survive `kill -9`, not a power cut.
      ...(durable ? [] : ['--sqlite-pragma', 'synchronous=0']),
    ],
    // A person's own Temporal profile must not redirect ours.
    env: { TEMPORAL_ADDRESS: undefined, TEMPORAL_NAMESPACE: undefined },
    stopWithinMs: 20_000,
    readyWithinMs: 90_000,
    prepare: async () => void mkdirSync(folder, { recursive: true, mode: 0o700 }),
    // Setting the retention needs the namespace, so it also tells that the server really answers.
    isReady: () => keepsHistories(cli, address),
    // On one database that many had used for hours it began to answer "namespace not found", alive and well.
    watch: {
      asks: () => describesNamespace({ port, namespace: NAMESPACE, withinMs: 15_000 }),
      everyMs: 10_000,
      failures: 3,
    },
  };
}

/** Histories outlive the backup cycle: the record can be rebuilt from them. @param {string} cli @param {string} address */
async function keepsHistories(cli, address) {
  const args = [
    'operator',
    'namespace',
    'update',
    '--namespace',
    NAMESPACE,
    '--retention',
    '30d',
    '--address',
    address,
  ];
  try {
    await run(cli, [...args, '--command-timeout', '5s'], { timeoutMs: 10_000 });
    return true;
  } catch {
    return false;
  }
}
