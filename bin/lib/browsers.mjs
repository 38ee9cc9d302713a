// @ts-check
import { fetchDebian } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { run } from './run.mjs';

/** Other engines than Chromium's, for the smoke path: about 125 MB once. */
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];

/**
 * Debian's browsers, unpacked apart; they run in a mount of their own (web/e2e/browsers/place.ts).
 * @param {(note: string) => void} [note]
 * @returns {Promise<{ path: string } | { reason: string }>} or a sentence why not
 */
export async function ensureBrowsers(note = () => {}) {
  try {
    await fetchDebian('browsers', PACKAGES, note, PARTS.browsers);
    const how = process.getuid?.() === 0 ? '-m' : '-rm';
    const mount = `mount -t overlay overlay -o lowerdir='${PARTS.browsers}/usr':/usr /usr`;
    await run('unshare', [how, 'sh', '-c', `${mount} && firefox-esr --version`], { timeoutMs: 60_000 });
    return { path: PARTS.browsers };
  } catch (error) {
    const [firstLine] = String(/** @type {Error} */ (error).message).split('\n');
    return { reason: `no Firefox and WebKitGTK to run here: ${firstLine}` };
  }
}
