import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FaceVerdict, PhotoVerdict } from '#protocol/face';
import type { FaceChecker } from './checker';
import type { ThreadTask } from './checker-thread';
import { ThreadPool } from './thread-pool';

export type { FaceChecker, FaceCheckInput } from './checker';

export interface FaceCheckerOptions {
  /** Path of another institution's manifest; by default the one that comes with the project. */
  readonly manifest?: string;
  /** Checks at the same time, each in a thread with models of its own (about 100 MB); one a core by default. */
  readonly threads?: number;
}

const MOST_THREADS = 8;

/**
 * Opens the face check; every model's hash is verified before the promise resolves. The models compute
 * synchronously, so they run in threads, and whoever calls goes on answering meanwhile.
 */
export async function createFaceChecker(options: FaceCheckerOptions = {}): Promise<FaceChecker> {
  const manifest = options.manifest ?? join(__dirname, 'manifest.json');
  const threads = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
  const pool = new ThreadPool(join(__dirname, 'checker-thread.ts'), manifest);
  try {
    for (let i = 0; i < threads; i++) await pool.grow();
  } catch (error) {
    await pool.close();
    throw error;
  }
  const run = (task: ThreadTask) => pool.run(task);
  return {
    check: (input) => run({ kind: 'check', input }) as Promise<FaceVerdict>,
    inspectPhoto: (photo) => run({ kind: 'inspect', photo }) as Promise<PhotoVerdict>,
    close: () => pool.close(),
  };
}
