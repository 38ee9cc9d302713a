import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { joinWanted, type JoiningParts } from './joining';

/** How soon what is wanted is begun: a page that waits for it plays the slices meanwhile. */
const EVERY_MS = 3_000;
/** With Redis away, a queue that is closed waits for it: a process that ends does not. */
const CLOSE_MS = 3_000;

interface QueueParts extends JoiningParts {
  readonly redisUrl: string;
  /** Name of the queue: each installation on a Redis has its own. */
  readonly name: string;
}

/** Joins takes in the background. The rows say what is wanted; the job only reminds, so that a lost one costs a round. */
export const startJoining = (parts: QueueParts): { readonly close: () => Promise<void> } => {
  const connection = new Redis(parts.redisUrl, { maxRetriesPerRequest: null });
  const warn = (error: Error) => parts.logger.warn({ err: error }, 'queue of takes');
  connection.on('error', warn);
  const queue = new Queue(parts.name, { connection });
  const worker = new Worker(parts.name, () => joinWanted(parts), { connection, concurrency: 1 });
  worker.on('failed', (_job, error) => warn(error));
  queue.on('error', warn);
  worker.on('error', warn);
  const template = { name: 'join', opts: { removeOnComplete: 10, removeOnFail: 10 } };
  queue.upsertJobScheduler('round', { every: EVERY_MS }, template).catch(warn);
  return {
    close: async () => {
      const closed = Promise.all([worker.close(), queue.close()]).catch(warn);
      await Promise.race([closed, wait(CLOSE_MS, null, { ref: false })]);
      connection.disconnect();
    },
  };
};
