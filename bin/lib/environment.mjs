// @ts-check
import { join } from 'node:path';

/**
 * What api, worker and the programs in api/cli find in their environment.
 *
 * | variable | meaning |
 * |---|---|
 * | NODE_ENV | `production`; `development` under `--watch` |
 * | DATABASE_URL | MariaDB, `mysql://user:password@host:port/database` |
 * | REDIS_URL | Redis, `redis://:password@host:port` |
 * | TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE | Temporal's frontend, `host:port`, and our namespace |
 * | DATA_DIR | the folder of this installation (`.data`) |
 * | STORAGE_DIR | where files are stored, encrypted |
 * | FFMPEG_DIR | folder of ffmpeg and ffprobe; empty: they are on PATH |
 * | PAYLOAD_KEY | 32 bytes in base64: encrypts what Temporal stores |
 * | STORAGE_KEY | 32 bytes in base64: encrypts stored files |
 * | SIGNING_KEY | 32 bytes in base64: signs short-lived addresses and stamps |
 * | HOST, PORT | where the API listens |
 * | PUBLIC_URL | the address that phones use, without a slash at the end |
 * | TLS_CERT, TLS_KEY, TLS_CA | paths of PEM files; the CA is what a phone is asked to trust |
 *
 * HOST, PORT and PUBLIC_URL may be set by who starts the product.
 *
 * @param {{
 *   services: { databaseUrl: string, redisUrl: string, temporalAddress: string, temporalNamespace: string },
 *   secrets: import('./secrets.mjs').Secrets,
 *   tls: { cert: string, key: string, ca: string },
 *   dataDir: string, port: number, publicUrl: string, watch?: boolean, ffmpeg?: string,
 * }} parts
 * @returns {Record<string, string>}
 */
export function productEnvironment({
  services,
  secrets,
  tls,
  dataDir,
  port,
  publicUrl,
  watch = false,
  ffmpeg = '',
}) {
  return {
    NODE_ENV: watch ? 'development' : 'production',
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
    TEMPORAL_NAMESPACE: services.temporalNamespace,
    DATA_DIR: dataDir,
    STORAGE_DIR: join(dataDir, 'storage'),
    FFMPEG_DIR: ffmpeg,
    PAYLOAD_KEY: secrets.payloadKey,
    STORAGE_KEY: secrets.storageKey,
    SIGNING_KEY: secrets.signingKey,
    HOST: process.env.HOST ?? '0.0.0.0',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    TLS_CERT: tls.cert,
    TLS_KEY: tls.key,
    TLS_CA: tls.ca,
  };
}
