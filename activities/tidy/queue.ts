import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { forgetHelp, forgetNotes } from './help';
import { forgetRecordings, forgetStages } from './rehearsals';
import { forgetExpired, forgetHeartbeats, forgetStills, TIDY, type TidyParts } from './tidy';

const EVERY_MS = 600_000;
/** With Redis away, a queue that is closed waits for it: a process that ends does not. */
const CLOSE_MS = 3_000;

export interface Tidying {
  /** Tidies now, without waiting for the schedule. Resolves when the job is queued. */
  readonly soon: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface QueueParts extends TidyParts {
  readonly redisUrl: string;
  /** Name of the queue: each installation on a Redis has its own. */
  readonly name: string;
  readonly logger: Logger;
}

/** Batch after batch, until nothing is left. @returns how many went */
async function all(forget: (parts: TidyParts) => Promise<number>, parts: TidyParts): Promise<number> {
  let sum = 0;
  for (let gone = -1; gone !== 0; sum += gone) gone = await forget(parts);
  return sum;
}

/** A round works off everything, a batch at a time. */
const tidy = async (parts: QueueParts): Promise<void> => {
  let stills = 0;
  for (let gone: number = TIDY.batch; gone === TIDY.batch; stills += gone) gone = await forgetStills(parts);
  const rehearsed = (await all(forgetRecordings, parts)) + (await all(forgetStages, parts));
  const said = (await all(forgetHelp, parts)) + (await all(forgetNotes, parts));
  const expired = (await forgetExpired(parts)) + (await forgetHeartbeats(parts));
  if (stills + expired + rehearsed + said > 0)
    parts.logger.info({ stills, expired, rehearsed, said }, 'tidied up');
};

/**
 * What may be late without changing an exam is a queue's, not a workflow's. The rows say what is to be done;
 * the job is only the reminder, so that a Redis that forgets costs a round.
 */
export const startTidying = (parts: QueueParts): Tidying => {
  const connection = new Redis(parts.redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', (error: Error) => parts.logger.warn({ err: error }, 'redis of the tidying queue'));
  const queue = new Queue(parts.name, { connection });
  const worker = new Worker(parts.name, () => tidy(parts), { connection, concurrency: 1 });
  worker.on('failed', (_job, error) =>
    parts.logger.warn({ err: error }, 'tidying failed; the next round repeats it'),
  );
  const warn = (error: Error) => parts.logger.warn({ err: error }, 'tidying queue');
  queue.on('error', warn);
  worker.on('error', warn);
  const template = { name: 'tidy', opts: { removeOnComplete: 10, removeOnFail: 10 } };
  queue
    .upsertJobScheduler('round', { every: EVERY_MS }, template)
    .catch((error: unknown) => parts.logger.warn({ err: error }, 'tidying is not scheduled'));
  return {
    soon: async () => void (await queue.add('tidy', {}, template.opts)),
    close: async () => {
      const closed = Promise.all([worker.close(), queue.close()]).catch(warn);
      await Promise.race([closed, wait(CLOSE_MS, null, { ref: false })]);
      connection.disconnect();
    },
  };
};
