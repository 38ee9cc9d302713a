// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Below Linux' range for outgoing connections (32768 and up), where a port may be taken by chance. */
export const LIVE_PORTS = { web: 8443, mariadb: 24306, redis: 24379, temporal: 24233 };
export const TEST_PORTS = { web: 25443, mariadb: 25306, redis: 25379, temporal: 25233 };

/** @typedef {keyof typeof LIVE_PORTS} PortName */

/**
 * The ports of an installation: those of last time where still free, so that addresses stay the same,
 * else the next free ones; written to `ports.json`.
 * @param {string} dataDir
 * @param {Record<PortName, number>} wanted
 * @param {readonly PortName[]} [names] which of them are wanted now
 * @param {Partial<Record<PortName, number>>} [asked] by the person who starts it: wins over last time's
 * @returns {Promise<Record<PortName, number>>}
 */
export async function choosePorts(
  dataDir,
  wanted,
  names = /** @type {PortName[]} */ (Object.keys(wanted)),
  asked = {},
) {
  const file = join(dataDir, 'ports.json');
  const chosen = { ...wanted, ...readPorts(file), ...asked };
  for (const name of names) {
    const taken = new Set(Object.entries(chosen).flatMap(([other, port]) => (other === name ? [] : [port])));
    chosen[name] = await nextFree(chosen[name], taken, name === 'web' ? undefined : '127.0.0.1');
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(chosen, null, 2)}\n`);
  return chosen;
}

/** @param {string} file @returns {Partial<Record<PortName, number>>} */
function readPorts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {number} from @param {Set<number>} taken @param {string | undefined} host */
async function nextFree(from, taken, host) {
  for (let port = from; port < from + 200; port++) {
    if (!taken.has(port) && (await isFree(port, host))) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 200}.`);
}

/** @param {number} port @param {string | undefined} host @returns {Promise<boolean>} */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
