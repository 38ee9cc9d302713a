// @ts-check
import { fetchDebian } from './apt.mjs';
import { PARTS } from './paths.mjs';

/** What docker/ runs of Debian's: its configuration is checked by the very programs. */
const PACKAGES = ['prosody', 'haproxy', 'coturn'];

/**
 * Unpacked apart from the product's own services, so that neither finds the other's libraries.
 * @param {(note: string) => void} [note]
 * @returns {Promise<{ path: string } | { reason: string }>} or a sentence why not
 */
export async function ensureDeploymentPrograms(note = () => {}) {
  try {
    await fetchDebian('deployment', PACKAGES, note, PARTS.deployment);
    return { path: PARTS.deployment };
  } catch (error) {
    const [firstLine] = String(/** @type {Error} */ (error).message).split('\n');
    return { reason: `no prosody, haproxy and coturn to fetch: ${firstLine}` };
  }
}
