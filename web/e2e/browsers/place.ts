import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = process.env.BROWSERS_ROOT ?? resolve(__dirname, '../../../.data/browsers');

/** A program of the unpacked Debian packages, with a home of its own; ended with all that it started. */
export interface Place {
  readonly home: string;
  readonly child: ChildProcess;
  readonly log: () => string;
  readonly end: () => Promise<void>;
}

/**
 * Debian's browsers look for their parts below /usr, so they get a /usr in which the unpacked packages lie over
 * the machine's own: a mount that only they see, for which nobody needs to be root.
 */
export function startInPlace(command: (home: string) => string, env: Record<string, string> = {}): Place {
  const home = mkdtempSync(join(tmpdir(), 'browser-'));
  const asRoot = process.getuid?.() === 0;
  const mount = `mount -t overlay overlay -o lowerdir='${root}/usr':/usr /usr`;
  const child = spawn('unshare', [asRoot ? '-m' : '-rm', 'sh', '-c', `${mount} && ${command(home)}`], {
    env: {
      ...process.env,
      ...env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
      LANGUAGE: 'zh_CN',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const end = async () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
    await gone;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { home, child, log: () => said.join(''), end };
}
