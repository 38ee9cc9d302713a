import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
};

const statusOf = (port: number): Promise<number> =>
  new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/healthz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', () => resolve(0));
  });

/** The real worker as the real process, so that it can be killed like one. */
export const createWorkerProcess = (environment: Readonly<Record<string, string>>) => {
  const running: { child: ChildProcess | null } = { child: null };
  const output: string[] = [];

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const { child } = running;
    if (!child || child.exitCode !== null) return null;
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    running.child = null;
    return code;
  };
  return {
    output: () => output.join(''),
    start: async () => {
      const port = await freePort();
      const env = {
        ...process.env,
        ...environment,
        HEALTH_PORT: String(port),
        ROLE: 'exams',
        LOG_LEVEL: 'info',
      };
      const args = ['--import', 'tsx', 'activities/worker.ts'];
      const child = spawn(process.execPath, args, { env, cwd: join(__dirname, '../../..') });
      running.child = child;
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes) => output.push(String(bytes)));
      while ((await statusOf(port)) !== 200) {
        if (child.exitCode !== null) throw new Error(`the worker ended:\n${output.join('')}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
};
