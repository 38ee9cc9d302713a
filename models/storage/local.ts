import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertObjectKey, type Storage } from './port';
import { keyRing, seal, unseal } from './sealed-file';

const isAbsent = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const flushed = async (path: string, flags: string, content?: Uint8Array) => {
  const file = await open(path, flags, 0o600);
  try {
    if (content) await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Written aside, flushed, renamed, and the folder flushed: a file is whole or not there. */
const writeWhole = async (path: string, content: Uint8Array) => {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    await flushed(draft, 'wx', content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushed(folder, 'r');
};

/**
 * Storage in a folder of this machine.
 * @param keys 32 bytes each; the first encrypts, the others still decrypt what was stored before a change of keys
 */
export const createLocalStorage = (options: {
  readonly folder: string;
  readonly keys: readonly [Buffer, ...Buffer[]];
}): Storage => {
  const ring = keyRing(options.keys);
  const pathOf = (key: string) => {
    assertObjectKey(key);
    return join(options.folder, key.slice(0, 2), key);
  };
  return {
    put: async (key, content) => writeWhole(pathOf(key), seal(ring, key, content)),
    get: async (key) => {
      const file = await readFile(pathOf(key)).catch((error: unknown) => {
        if (isAbsent(error)) return null;
        throw error;
      });
      return file && unseal(ring, key, file);
    },
    delete: async (key) => rm(pathOf(key), { force: true }),
    exists: async (key) =>
      access(pathOf(key)).then(
        () => true,
        (error: unknown) => {
          if (isAbsent(error)) return false;
          throw error;
        },
      ),
  };
};
