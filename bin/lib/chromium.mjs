// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianEnv, fetchDebian } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { findOnPath, isExecutable, run } from './run.mjs';

const FONTS = ['fontconfig-config', 'fonts-dejavu-core', 'fonts-noto-cjk'];

/**
 * A Chromium for browser tests: the machine's, else Debian's own unpacked below `.data`. What it
 * needs is set by the script that is returned; `--no-sandbox` as root is the caller's to add.
 * @param {(note: string) => void} [note]
 * @returns {Promise<{ path: string } | { reason: string }>} or a sentence why not
 */
export async function ensureChromium(note = () => {}) {
  const env = await ensureFonts(note);
  const onPath = ['chromium', 'google-chrome-stable', 'google-chrome'].map(findOnPath).find(Boolean);
  if (onPath && (await starts(onPath, env))) return { path: wrap(onPath, env) };
  try {
    await fetchDebian('chromium', ['chromium'], note);
  } catch (error) {
    const [firstLine] = String(/** @type {Error} */ (error).message).split('\n');
    return { reason: `no Chromium on PATH and none to fetch: ${firstLine}` };
  }
  const binary = join(PARTS.debian, 'usr/lib/chromium/chromium');
  const ownEnv = { ...env, LD_LIBRARY_PATH: debianEnv().LD_LIBRARY_PATH };
  if (isExecutable(binary) && (await starts(binary, ownEnv))) return { path: wrap(binary, ownEnv) };
  return { reason: 'the fetched Chromium does not start here; install the package chromium' };
}

/** @param {string} path @param {Record<string, string>} env @returns {Promise<boolean>} */
async function starts(path, env) {
  const { stdout } = await run(path, ['--version'], { env, timeoutMs: 30_000 }).catch(() => ({ stdout: '' }));
  return /\d+\.\d+/.test(stdout);
}

/** Replaces itself by the browser, so that its process is the one that the caller started. @param {string} path @param {Record<string, string>} env */
function wrap(path, env) {
  const script = join(PARTS.bin, 'chromium');
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`);
  mkdirSync(PARTS.bin, { recursive: true });
  writeFileSync(script, `#!/bin/sh\n${exports.join('')}exec '${path}' "$@"\n`, { mode: 0o755 });
  return script;
}

/** Without a Chinese font half the pages are rows of boxes. @param {(note: string) => void} note @returns {Promise<Record<string, string>>} */
async function ensureFonts(note) {
  const { stdout } = await run('fc-list', [':lang=zh']).catch(() => ({ stdout: '' }));
  if (stdout.trim()) return {};
  await fetchDebian('fonts', FONTS, note);
  const file = join(PARTS.debian, 'fonts.conf');
  writeFileSync(file, fontsConfig());
  return { FONTCONFIG_FILE: file };
}

/** Of the rules that may be switched on, those that name families; others would reset the folders or blur the text. */
const RULES = [
  '45-latin',
  '45-generic',
  '49-sansserif',
  '60-latin',
  '60-generic',
  '65-nonlatin',
  '70-fonts-noto-cjk',
];

const fontsConfig = () => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(PARTS.debian, 'usr/share/fonts')}</dir>
  <cachedir>${join(PARTS.debian, 'var/cache/fontconfig')}</cachedir>
${RULES.map((rule) => `  <include ignore_missing="yes">${rulePath(rule)}</include>`).join('\n')}
</fontconfig>
`;

/** @param {string} rule */
const rulePath = (rule) => join(PARTS.debian, 'usr/share/fontconfig/conf.avail', `${rule}.conf`);
