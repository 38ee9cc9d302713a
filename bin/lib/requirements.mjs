// @ts-check
import { accessSync, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { HOME, PARTS, ROOT } from './paths.mjs';
import { findOnPath } from './run.mjs';

const OLDEST_NODE = [20, 19];
/** Parts, dependencies, builds and some hours of recordings. */
const FIRST_START_BYTES = 4e9;
const LATER_START_BYTES = 5e8;

/**
 * What stands in the way of starting on this machine, each as a sentence that says what to do.
 * @returns {string[]}
 */
export function findObstacles() {
  return [nodeTooOld(), wrongSystem(), missingTools(), awkwardPath(), notWritable(), diskFull()].filter(
    (text) => text !== '',
  );
}

function nodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return '';
  return `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. Install a current Node and try again.`;
}

function wrongSystem() {
  const known = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
  if (known && existsSync('/var/lib/dpkg/status')) return '';
  return `Debian or Ubuntu on x64 or arm64 is needed; this is ${process.platform} on ${process.arch}. For other systems there is docker/.`;
}

function missingTools() {
  const missing = ['apt-get', 'apt-cache', 'dpkg', 'npm'].filter((name) => !findOnPath(name));
  return missing.length ? `Not found on PATH: ${missing.join(', ')}.` : '';
}

/** Lists of folders are separated by colons, and settings and scripts put paths between quotes. */
function awkwardPath() {
  return /[:"'\\]/.test(ROOT)
    ? `Move the project: its path (${ROOT}) has a colon, quote or backslash in it.`
    : '';
}

function notWritable() {
  try {
    mkdirSync(HOME, { recursive: true, mode: 0o700 });
    accessSync(HOME, 2);
    return '';
  } catch {
    return `${HOME} cannot be written to. Use a copy of the project that belongs to you.`;
  }
}

function diskFull() {
  const need = existsSync(PARTS.debian) ? LATER_START_BYTES : FIRST_START_BYTES;
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize >= need) return '';
  return `${(need / 1e9).toFixed(1)} GB of free disk are needed, there are ${((bavail * bsize) / 1e9).toFixed(1)}.`;
}
