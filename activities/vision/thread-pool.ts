import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What a thread says: once that it is ready, then one answer to each task, in any order of threads. */
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string };

interface Job {
  readonly task: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread does not inherit the loader that its parent was started with. */
const TYPESCRIPT = createRequire(__filename).resolve('tsx/cjs');

/** Threads that each do one task at a time; a thread that dies takes only its own task with it. */
export class ThreadPool {
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private readonly waiting: Job[] = [];
  private starting = 0;
  private closed = false;

  constructor(
    private readonly file: string,
    private readonly workerData: unknown,
  ) {}

  /** Starts one more thread and waits until it is ready. */
  async grow(): Promise<void> {
    this.starting++;
    const thread = new Worker(this.file, {
      workerData: this.workerData,
      execArgv: ['--require', TYPESCRIPT],
    });
    try {
      await readiness(thread);
    } finally {
      this.starting--;
    }
    thread.on('message', (answer: ThreadAnswer) => this.settle(thread, answer));
    thread.on('error', (error) => this.lose(thread, asError(error)));
    thread.on('exit', (code) => this.lose(thread, new Error(`a thread ended with ${code}`)));
    if (this.closed) await thread.terminate();
    else this.idle.push(thread);
    this.assign();
  }

  run(task: unknown): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error('the threads are closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      this.assign();
      if (this.idle.length + this.busy.size + this.starting === 0) this.replace();
    });
  }

  /** Ends all threads; what is under way or waiting is rejected. */
  async close(): Promise<void> {
    this.closed = true;
    const threads = [...this.idle.splice(0), ...this.busy.keys()];
    const jobs = [...this.waiting.splice(0), ...this.busy.values()];
    this.busy.clear();
    for (const job of jobs) job.reject(new Error('the threads were closed'));
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  private assign(): void {
    while (this.idle.length > 0 && this.waiting.length > 0) {
      const thread = this.idle.pop();
      const job = this.waiting.shift();
      if (!thread || !job) return;
      this.busy.set(thread, job);
      thread.postMessage(job.task);
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

  /** Called again for the same thread it finds nothing to do. */
  private lose(thread: Worker, error: Error): void {
    const job = this.busy.get(thread);
    const place = this.idle.indexOf(thread);
    if (!job && place < 0) return;
    this.busy.delete(thread);
    if (place >= 0) this.idle.splice(place, 1);
    job?.reject(error);
    if (!this.closed) this.replace();
  }

  private replace(): void {
    this.grow().catch((fault: Error) => {
      if (this.idle.length + this.busy.size > 0) return;
      for (const job of this.waiting.splice(0)) job.reject(fault);
    });
  }
}

function readiness(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', (error) => reject(asError(error)));
    thread.once('exit', (code) => reject(new Error(`a thread ended with ${code} before it was ready`)));
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
