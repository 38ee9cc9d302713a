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
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=http'], {
        cwd: ROOT,
        // Its script would download a CUDA library; the one for the processor is in the package.
        env: { ONNXRUNTIME_NODE_INSTALL: 'skip' },
        onLine: note,
        timeoutMs: 1_800_000,
      });
    }),
  );
}

function areInstalled() {
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  const installed = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.keys(installed).length > 0 && matches(wanted, installed);
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Versions are compared, not dates: a checkout or a copy changes dates only. Optional packages of
 * other platforms are absent by right.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function matches(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === version : Boolean(optional);
  });
}
