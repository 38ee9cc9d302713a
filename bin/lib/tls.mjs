// @ts-check
import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const DAY = 86_400_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * A private authority, made once, and a certificate for the addresses of this moment, made at every
 * start: browsers give cameras and microphones to HTTPS pages only.
 * @param {string} dataDir
 * @param {{ names: readonly string[], addresses: readonly string[] }} subject
 * @returns {Promise<{ cert: string, key: string, ca: string }>} paths
 */
export async function ensureCertificate(dataDir, subject) {
  const folder = join(dataDir, 'tls');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const paths = {
    ca: join(folder, 'ca.pem'),
    cert: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  };
  const x509 = await loadX509();
  const caKeyPath = join(folder, 'ca.key');
  if (!existsSync(paths.ca) || !existsSync(caKeyPath)) await createAuthority(x509, paths.ca, caKeyPath);
  await issue(x509, paths, caKeyPath, subject);
  return paths;
}

/** Loaded late: this file is read before the packages are installed. */
async function loadX509() {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(/** @type {any} */ (webcrypto));
  return x509;
}

/** @typedef {Awaited<ReturnType<typeof loadX509>>} X509 */

const generateKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** @param {X509} x509 @param {string} certPath @param {string} keyPath */
async function createAuthority(x509, certPath, keyPath) {
  const keys = /** @type {any} */ (await generateKeys());
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=Examhall ${plain(hostname())} ${new Date().toISOString().slice(0, 10)}, O=Examhall`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 3650 * DAY),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await saveKey(keys.privateKey, keyPath);
  writeFileSync(certPath, `${certificate.toString('pem')}\n`);
}

/**
 * @param {X509} x509
 * @param {{ ca: string, cert: string, key: string }} paths
 * @param {string} caKeyPath
 * @param {{ names: readonly string[], addresses: readonly string[] }} subject
 */
async function issue(x509, paths, caKeyPath, { names, addresses }) {
  const authority = new x509.X509Certificate(readFileSync(paths.ca, 'utf8'));
  const keys = /** @type {any} */ (await generateKeys());
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: 'CN=Examhall, O=Examhall',
    issuer: authority.subject,
    notBefore: new Date(Date.now() - DAY),
    // iPhones refuse certificates that are valid for more than 825 days.
    notAfter: new Date(Date.now() + 397 * DAY),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: /** @type {any} */ (await loadKey(caKeyPath)),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: /** @type {const} */ ('dns'), value })),
        ...addresses.map((value) => ({ type: /** @type {const} */ ('ip'), value })),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  await saveKey(keys.privateKey, paths.key);
  writeFileSync(paths.cert, `${certificate.toString('pem')}\n${readFileSync(paths.ca, 'utf8')}`);
}

/** A leading zero keeps it positive, as the standard wants. */
const serial = () => `00${randomBytes(15).toString('hex')}`;

/** @param {string} text */
const plain = (text) => text.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 30);

/** @param {any} key @param {string} path */
async function saveKey(key, path) {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  writeFileSync(path, pem, { mode: 0o600 });
}

/** @param {string} path */
function loadKey(path) {
  const base64 = readFileSync(path, 'utf8').replace(/-----[^-]+-----|\s/g, '');
  return webcrypto.subtle.importKey('pkcs8', Buffer.from(base64, 'base64'), ALGORITHM, false, ['sign']);
}
