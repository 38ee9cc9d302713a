// @ts-check
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Random values that an installation makes once and keeps: losing them loses what they encrypt. */
const MAKERS = {
  mariadbRootPassword: () => randomBytes(18).toString('hex'),
  mariadbPassword: () => randomBytes(18).toString('hex'),
  redisPassword: () => randomBytes(18).toString('hex'),
  payloadKey: () => randomBytes(32).toString('base64'),
  storageKey: () => randomBytes(32).toString('base64'),
  signingKey: () => randomBytes(32).toString('base64'),
};

/** @typedef {Record<keyof typeof MAKERS, string>} Secrets */

/**
 * Those of `secrets.json` (readable by its owner only), completed by what is missing.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  const kept = read(file);
  const secrets = /** @type {Secrets} */ ({ ...kept });
  for (const [name, make] of Object.entries(MAKERS)) secrets[/** @type {keyof Secrets} */ (name)] ??= make();
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return secrets;
}

/** @param {string} file @returns {Partial<Secrets>} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A damaged file must stop the start: new keys would make everything stored unreadable.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw new Error(`${file} cannot be read: ${String(error)}`);
  }
}
