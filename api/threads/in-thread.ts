import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BoundedTask, BoundedResult } from './bounded-tasks';

/** A thread does not inherit the loader that its parent was started with. */
const TYPESCRIPT = createRequire(__filename).resolve('tsx/cjs');

export interface Bounds {
  readonly ms: number;
  /** Of JavaScript's own heap, in MB; what a task allocates beside it is bounded by the task itself. */
  readonly heapMb: number;
}

/** The work took longer, or more memory, than anything honest does. */
export class OutOfBounds extends Error {
  override readonly name = 'OutOfBounds';
}

/**
 * Reads something that a stranger made in a thread of its own, which is ended when it leaves its bounds: it can
 * neither hold up nor bring down this process.
 * @throws OutOfBounds; Error with the task's own words where what it was given cannot be read
 */
export function inThread<K extends BoundedTask['kind']>(
  task: Extract<BoundedTask, { kind: K }>,
  { ms, heapMb }: Bounds,
): Promise<BoundedResult[K]> {
  const thread = new Worker(join(__dirname, 'bounded-thread.ts'), {
    workerData: task,
    // What a decoder mutters about a file is nothing for our log.
    stdout: true,
    stderr: true,
    execArgv: ['--require', TYPESCRIPT],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise<BoundedResult[K]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new OutOfBounds(`${task.kind} took longer than ${ms} ms`)), ms);
    thread.once('message', (said: { done?: BoundedResult[K]; failed?: string }) => {
      clearTimeout(timer);
      if (said.failed === undefined) resolve(said.done as BoundedResult[K]);
      else reject(new Error(said.failed));
    });
    thread.once('error', (error) => {
      clearTimeout(timer);
      reject(new OutOfBounds(String(error)));
    });
  }).finally(() => void thread.terminate());
}
