import type { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';

/** A queue with the way to its worker. An optional one may fail to open without taking the others with it. */
export interface Service {
  readonly queue: string;
  readonly isOptional: boolean;
  readonly open: () => Promise<Worker>;
}

type State = 'OPENING' | 'FAILED' | ReturnType<Worker['getState']>;

/** Opens and runs the workers of this process side by side; when a running one fails, all are stopped. */
export const createServing = (services: readonly Service[], logger: Logger) => {
  const workers = new Map<string, Worker>();
  const failed = new Set<string>();

  const stop = () => {
    for (const worker of workers.values()) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const openOne = async ({ queue, isOptional, open }: Service): Promise<Worker | null> => {
    try {
      return await open();
    } catch (error) {
      if (!isOptional) throw error;
      failed.add(queue);
      logger.error({ err: error, queue }, 'this queue is not served');
      return null;
    }
  };
  const serveOne = async (service: Service): Promise<void> => {
    const worker = await openOne(service);
    if (!worker) return;
    workers.set(service.queue, worker);
    logger.info({ queue: service.queue }, 'serving');
    await worker.run().finally(stop);
  };
  const states = (): Readonly<Record<string, State>> =>
    Object.fromEntries(
      services.map(({ queue }) => [
        queue,
        workers.get(queue)?.getState() ?? (failed.has(queue) ? 'FAILED' : 'OPENING'),
      ]),
    );
  /** Resolves when all have stopped; rejects with the first failure. */
  const run = async (): Promise<void> => {
    const ended = await Promise.allSettled(services.map(serveOne));
    const failure = ended.find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
  };
  return { run, states };
};
