// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianEnv } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { answers } from './wait.mjs';

/**
 * Debian's `redis-server` package would register a system service; the very same program is in
 * `redis-tools` as `redis-check-rdb` and becomes the server by the name it is called with.
 * @param {{ dataDir: string, port: number, password: string }} options
 * @returns {import('./supervise.mjs').Service}
 */
export function redisService({ dataDir, port, password }) {
  const folder = join(dataDir, 'redis');
  const config = join(dataDir, 'redis.conf');
  return {
    name: 'redis',
    command: join(PARTS.debian, 'usr/bin/redis-check-rdb'),
    argv0: 'redis-server',
    args: [config],
    env: debianEnv(),
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    prepare: async () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(config, settings(folder, port, password), { mode: 0o600 });
    },
    isReady: () =>
      answers(port, { send: `AUTH ${password}\r\nPING\r\n`, expect: (reply) => reply.includes('+OK') }),
  };
}

/** @param {string} folder @param {number} port @param {string} password */
function settings(folder, port, password) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'daemonize no',
    'appendonly yes',
    'appendfsync everysec',
    // A queue must never lose a job to make room for another.
    'maxmemory-policy noeviction',
    'save ""',
    'tcp-keepalive 60',
    '',
  ].join('\n');
}
