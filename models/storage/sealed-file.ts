import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyIdOf } from '../key-ids';
import { StorageFault } from './port';

/**
 * One stored file: magic, id of the encryption key, IV, tag, then the content by AES-256-GCM. The header and the
 * object's own key are authenticated too, so a file that was put in another's place is damaged, not another's.
 */
const magic = Buffer.from('EXH1');
const idBytes = 8;
const ivBytes = 12;
const tagBytes = 16;
const headerBytes = magic.length + idBytes + ivBytes + tagBytes;

/** Encryption keys by their id. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** @param keys 32 bytes each; the first encrypts, all decrypt */
export const keyRing = (keys: readonly [Buffer, ...Buffer[]]): KeyRing => {
  for (const key of keys) if (key.length !== 32) throw new Error('a storage key has 32 bytes');
  return { current: keyIdOf(keys[0]), keys: new Map(keys.map((key) => [keyIdOf(key), key])) };
};

const authenticated = (id: string, objectKey: string) => Buffer.concat([magic, Buffer.from(id + objectKey)]);

export const seal = (ring: KeyRing, objectKey: string, content: Uint8Array): Buffer => {
  const key = ring.keys.get(ring.current);
  if (!key) throw new StorageFault('UNKNOWN_KEY', objectKey);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(authenticated(ring.current, objectKey));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([magic, Buffer.from(ring.current), iv, cipher.getAuthTag(), body]);
};

const split = (rest: Buffer) =>
  [
    rest.subarray(0, idBytes),
    rest.subarray(idBytes, idBytes + ivBytes),
    rest.subarray(idBytes + ivBytes, idBytes + ivBytes + tagBytes),
    rest.subarray(idBytes + ivBytes + tagBytes),
  ] as const;

export const unseal = (ring: KeyRing, objectKey: string, file: Buffer): Buffer => {
  if (file.length < headerBytes || !file.subarray(0, magic.length).equals(magic)) {
    throw new StorageFault('DAMAGED', objectKey);
  }
  const [id, iv, tag, body] = split(file.subarray(magic.length));
  const key = ring.keys.get(id.toString());
  if (!key) throw new StorageFault('UNKNOWN_KEY', objectKey);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
    .setAAD(authenticated(id.toString(), objectKey))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (error) {
    throw new StorageFault('DAMAGED', objectKey, { cause: error });
  }
};
