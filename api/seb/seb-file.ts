import { createCipheriv, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { plistOf } from './plist';
import type { SebDict } from './settings';

const derive = promisify(pbkdf2);

/** RNCryptor's format, version 3, by password. */
const VERSION = 3;
const BY_PASSWORD = 1;
const ITERATIONS = 10_000;

async function encrypt(content: Buffer, password: string): Promise<Buffer> {
  const [encryptionSalt, hmacSalt, iv] = [randomBytes(8), randomBytes(8), randomBytes(16)];
  const [key, hmacKey] = await Promise.all(
    [encryptionSalt, hmacSalt].map((salt) => derive(password, salt, ITERATIONS, 32, 'sha1')),
  );
  if (!key || !hmacKey) throw new Error('no key was derived');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const head = Buffer.from([VERSION, BY_PASSWORD]);
  const sealed = Buffer.concat([head, encryptionSalt, hmacSalt, iv, cipher.update(content), cipher.final()]);
  return Buffer.concat([sealed, createHmac('sha256', hmacKey).update(sealed).digest()]);
}

/** A configuration that anybody can open: `plnd` and the packed settings, packed once more. */
export const plainFile = (settings: SebDict): Buffer =>
  gzipSync(Buffer.concat([Buffer.from('plnd'), gzipSync(plistOf(settings))]));

/** A configuration that opens with a password, which SEB asks for: `pswd` and the encrypted, packed settings. */
export const lockedFile = async (settings: SebDict, password: string): Promise<Buffer> =>
  gzipSync(Buffer.concat([Buffer.from('pswd'), await encrypt(gzipSync(plistOf(settings)), password)]));
