// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { debianEnv, fetchDebian } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { findOnPath, isExecutable, run } from './run.mjs';

const PROGRAMS = /** @type {const} */ (['ffmpeg', 'ffprobe']);

/**
 * What joins recorded slices into files: the machine's ffmpeg, else Debian's own unpacked below `.data`, away from the
 * libraries of the services.
 * @param {(note: string) => void} [note]
 * @param {{ own?: boolean }} [options] `own`: also where the machine has one
 * @returns {Promise<{ path: string } | { reason: string }>} the folder with `ffmpeg` and `ffprobe`, or a sentence why not
 */
export async function ensureFfmpeg(note = () => {}, { own = false } = {}) {
  const onPath = own ? undefined : findOnPath('ffmpeg');
  if (onPath && findOnPath('ffprobe') && (await starts(dirname(onPath)))) return { path: dirname(onPath) };
  try {
    await fetchDebian('ffmpeg', ['ffmpeg'], note, PARTS.media);
  } catch (error) {
    const [firstLine] = String(/** @type {Error} */ (error).message).split('\n');
    return { reason: `no ffmpeg on PATH and none to fetch: ${firstLine}` };
  }
  const folder = wrap();
  if (await starts(folder)) return { path: folder };
  return { reason: 'the fetched ffmpeg does not start here; install the package ffmpeg' };
}

/** @param {string} folder */
async function starts(folder) {
  for (const name of PROGRAMS) {
    const path = join(folder, name);
    const { stdout } = await run(path, ['-version'], { timeoutMs: 30_000 }).catch(() => ({ stdout: '' }));
    if (!isExecutable(path) || !/version \S+/.test(stdout)) return false;
  }
  return true;
}

/** Scripts that set where the libraries are and replace themselves by the program. */
function wrap() {
  const folder = join(PARTS.media, 'bin');
  mkdirSync(folder, { recursive: true });
  const libraries = debianEnv(PARTS.media).LD_LIBRARY_PATH;
  for (const name of PROGRAMS) {
    const program = join(PARTS.media, 'usr/bin', name);
    const script = `#!/bin/sh\nexport LD_LIBRARY_PATH='${libraries}'\nexec '${program}' "$@"\n`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  return folder;
}
