import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface WebFile {
  readonly extension: string;
  readonly plain: Buffer;
  readonly etag: string;
  /** Null where compressing gains nothing. */
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}
interface Kept {
  readonly file: Promise<WebFile>;
  readonly version: string;
}

const compressible = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.svg',
  '.json',
  '.webmanifest',
  '.map',
  '.txt',
  '.wasm',
]);
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/**
 * The built web app, read and compressed once a file and kept in memory: some two megabytes. A build under us
 * (`--watch`) is noticed by the file's time and size.
 */
export function createWebFiles(folder: string) {
  const kept = new Map<string, Kept>();

  /** Null for what is not there, or lies outside. */
  return async (path: string): Promise<WebFile | null> => {
    const full = join(folder, path);
    if (path.includes('\0') || !full.startsWith(join(folder, sep))) return null;
    const there = await stat(full).catch(() => null);
    if (!there?.isFile()) return null;
    const version = `${there.mtimeMs}:${there.size}`;
    const known = kept.get(full);
    if (known?.version === version) return known.file;
    const file = load(full);
    kept.set(full, { file, version });
    file.catch(() => kept.delete(full));
    return file;
  };
}

async function load(full: string): Promise<WebFile> {
  const plain = await readFile(full);
  const extension = extname(full);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (!compressible.has(extension)) return { extension, plain, etag, br: null, gzip: null };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, gzipped] = await Promise.all([brotli(plain, { params }), gz(plain, { level: 9 })]);
  return { extension, plain, etag, br, gzip: gzipped };
}
