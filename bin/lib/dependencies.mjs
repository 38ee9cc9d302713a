// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { HOME, ROOT } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** Installs what package-lock.json says, when that is not what is there. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  await step('npm packages', (note) =>
    exclusively(join(HOME, 'npm.lock'), async () => {
      if (areInstalled()) return;
      // Not `npm ci`: it gives up when a registry lacks an optional package of some other platform.
      await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=http'], {
        cwd: ROOT,
        // Its script would download a CUDA library; the one for the processor is in the package.
        env: { ONNXRUNTIME_NODE_INSTALL: 'skip' },
        onLine: note,
        timeoutMs: 1_800_000,
      });
      if (!areInstalled())
        throw new Error('npm did not install what package-lock.json says; does it fit package.json?');
    }),
  );
}

function areInstalled() {
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  const installed = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.keys(installed).length > 0 && matches(wanted, installed);
}

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */
/** @typedef {Record<string, Package>} Packages */

/** @param {string} file @returns {Packages} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Versions are compared, not dates: a checkout or a copy changes dates only.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function matches(wanted, installed) {
  return Object.entries(wanted).every(([path, one]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === one.version : mayBeAbsent(one);
  });
}

/** Optional packages of other platforms, and what only they need, are absent by right. @param {Package} one */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (!optional) return false;
  const isForUs = (os ?? cpu) && fits(os, 'linux') && fits(cpu, process.arch) && fits(libc, 'glibc');
  return !isForUs;
}

/** @param {string[] | undefined} allowed @param {string} ours */
const fits = (allowed, ours) => !allowed || allowed.includes(ours);
