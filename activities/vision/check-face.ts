import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FaceVerdict, PhotoVerdict } from '#protocol/face';
import type { FaceChecker } from './checker';
import type { ThreadAnswer, ThreadTask } from './checker-thread';

export type { FaceChecker, FaceCheckInput } from './checker';

export interface FaceCheckerOptions {
  /** Another institution's models and thresholds; by default the ones that come with the project. */
  readonly manifest?: string;
  /** Checks at the same time, each in a thread with models of its own (about 100 MB); one a core by default. */
  readonly threads?: number;
}

type Request =
  | { kind: 'check'; input: Extract<ThreadTask, { kind: 'check' }>['input'] }
  | { kind: 'inspect'; photo: Buffer };
interface Job {
  readonly request: Request;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const DEFAULT_MANIFEST = join(__dirname, 'manifest.json');
const MOST_THREADS = 8;
/** A thread does not inherit the loader that its parent was started with. */
const TYPESCRIPT = createRequire(__filename).resolve('tsx/cjs');

/**
 * Opens the face check: every model's hash is verified before the promise resolves. The models compute
 * synchronously, so they run in threads, and whoever calls goes on answering meanwhile.
 */
export async function createFaceChecker(options: FaceCheckerOptions = {}): Promise<FaceChecker> {
  const manifest = options.manifest ?? DEFAULT_MANIFEST;
  const count = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
  const pool = new ThreadPool(manifest);
  try {
    for (let i = 0; i < count; i++) await pool.grow();
  } catch (error) {
    await pool.close();
    throw error;
  }
  return {
    check: (input) => pool.run({ kind: 'check', input }) as Promise<FaceVerdict>,
    inspectPhoto: (photo) => pool.run({ kind: 'inspect', photo }) as Promise<PhotoVerdict>,
    close: () => pool.close(),
  };
}

class ThreadPool {
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private readonly waiting: Job[] = [];
  private closed = false;

  constructor(private readonly manifest: string) {}

  /** Starts one thread and waits until it has its models. */
  async grow(): Promise<void> {
    const file = join(__dirname, 'checker-thread.ts');
    const thread = new Worker(file, { workerData: this.manifest, execArgv: ['--require', TYPESCRIPT] });
    await new Promise<void>((resolve, reject) => {
      thread.once('message', () => resolve());
      thread.once('error', reject);
    });
    thread.removeAllListeners('error');
    thread.on('message', (answer: ThreadAnswer) => this.settle(thread, answer));
    thread.on('error', (error) => this.lose(thread, error));
    this.idle.push(thread);
    this.assign();
  }

  run(request: Request): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error('the face checker is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.assign();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const threads = [...this.idle, ...this.busy.keys()];
    for (const job of [...this.waiting.splice(0), ...this.busy.values()]) {
      job.reject(new Error('the face checker was closed'));
    }
    this.idle.length = 0;
    this.busy.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  private assign(): void {
    while (this.idle.length > 0 && this.waiting.length > 0) {
      const thread = this.idle.pop();
      const job = this.waiting.shift();
      if (!thread || !job) return;
      this.busy.set(thread, job);
      thread.postMessage({ id: thread.threadId, ...job.request });
    }
  }

  private settle(thread: Worker, answer: ThreadAnswer): void {
    const job = this.busy.get(thread);
    if (!job || answer.kind === 'ready') return;
    this.busy.delete(thread);
    this.idle.push(thread);
    if (answer.kind === 'done') job.resolve(answer.result);
    else job.reject(new Error(answer.message));
    this.assign();
  }

  /** A thread that dies takes one check with it, which may be asked again; another thread takes its place. */
  private lose(thread: Worker, error: unknown): void {
    this.busy.get(thread)?.reject(error instanceof Error ? error : new Error(String(error)));
    this.busy.delete(thread);
    const place = this.idle.indexOf(thread);
    if (place >= 0) this.idle.splice(place, 1);
    if (!this.closed)
      this.grow().catch((fault: Error) => this.waiting.splice(0).forEach((job) => job.reject(fault)));
  }
}
