import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

const parts = join(__dirname, '../../../.data/debian');
const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';

/** A Redis of one test's own, which may be killed and come back with or without what it knew. */
export async function startOwnRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'examhall-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const running: { child: ChildProcess | null } = { child: null };

  const start = async (): Promise<void> => {
    running.child = spawn(
      join(parts, 'usr/bin/redis-check-rdb'),
      ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'],
      {
        // Debian's `redis-tools` holds the server under this name; it is one when it is called one.
        argv0: 'redis-server',
        env: {
          ...process.env,
          LD_LIBRARY_PATH: ['usr/lib', 'lib'].map((lib) => join(parts, lib, triplet)).join(':'),
        },
        stdio: 'ignore',
      },
    );
    await answers(url);
  };
  const kill = async (): Promise<void> => {
    const { child } = running;
    running.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url,
    start,
    kill,
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.ping();
  redis.disconnect();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
