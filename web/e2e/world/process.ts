import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** One of the product's own processes, started as the product starts it, so that a test may kill it. */
export class Program {
  private child: ChildProcess | null = null;

  constructor(
    private readonly entry: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly log: string,
    private readonly ready: () => Promise<boolean>,
  ) {}

  /** Starts it and waits until it answers. @throws after 120 s, naming the log. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', this.entry], { cwd: root, env: this.env });
    const log = createWriteStream(this.log, { flags: 'a' });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    this.child = child;
    const until = Date.now() + 120_000;
    while (!(await this.ready())) {
      if (Date.now() > until || child.exitCode !== null)
        throw new Error(`${this.entry} did not start: ${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** SIGKILL, as a power cut or the kernel would; resolves when it is gone. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }
}

/** Runs a program of `api/cli` to its end. @returns its last line of output */
export function runCli(entry: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', entry, ...args], { cwd: root, env });
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    child.once('exit', (code) => {
      const lines = out.join('').trim().split('\n');
      if (code === 0) resolve(lines.at(-1) ?? '');
      else reject(new Error(`${entry} ended with ${code}\n${err.join('')}${out.join('')}`));
    });
  });
}
