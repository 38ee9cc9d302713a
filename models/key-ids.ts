import { createHash } from 'node:crypto';
import type { CodecKeys } from './payload-codec';

/** A key's id is a digest of the key: no table of ids has to be kept, and api and worker agree without talking. */
export const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('key id of ').update(key).digest('hex').slice(0, 8);

/** Keys of the payload codec; `older` ones still decrypt what was written before a change of keys. */
export const payloadKeys = (current: Buffer, older: readonly Buffer[] = []): CodecKeys => ({
  active: keyIdOf(current),
  keys: Object.fromEntries([current, ...older].map((key) => [keyIdOf(key), key])),
});
