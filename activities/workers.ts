import { cpus } from 'node:os';
import type { DataConverter } from '@temporalio/common';
import { Worker, type Logger, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { temporalConfig } from '#config';
import { bundleWorkflows } from './bundle';
import type { Env } from './env';

interface Parts {
  readonly env: Pick<Env, 'TEMPORAL_NAMESPACE' | 'ROLE' | 'WORKER_BUILD_ID'>;
  readonly connection: NativeConnection;
  readonly dataConverter: DataConverter;
  /** Made only where their queue is served: models are not loaded by a worker that compares no faces. */
  readonly examActivities: () => object;
  readonly visionActivities: () => Promise<object>;
  readonly logger: Logger;
}

const commonOptions = ({ env, connection, dataConverter }: Parts): Omit<WorkerOptions, 'taskQueue'> => ({
  connection,
  namespace: env.TEMPORAL_NAMESPACE,
  dataConverter,
  /** Time for what is under way when a worker is asked to stop; its queue is another's at once. */
  shutdownGraceTime: 10_000,
  ...(env.WORKER_BUILD_ID && {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName: 'examhall', buildId: env.WORKER_BUILD_ID },
      defaultVersioningBehavior: 'PINNED',
    },
  }),
});

/** Workflows and their records: many at once, all of them waiting for somebody. */
const createExamWorker = async (parts: Parts): Promise<Worker> =>
  Worker.create({
    ...commonOptions(parts),
    taskQueue: temporalConfig.queues.exams,
    workflowBundle: await bundleWorkflows(parts.logger),
    activities: parts.examActivities(),
    maxCachedWorkflows: temporalConfig.maxCachedWorkflows,
    stickyQueueScheduleToStartTimeout: temporalConfig.stickyScheduleToStartMs,
    maxConcurrentActivityTaskExecutions: 64,
  });

/** Face checks: one a core, so that they never starve the records. */
const createVisionWorker = async (parts: Parts): Promise<Worker> =>
  Worker.create({
    ...commonOptions(parts),
    taskQueue: temporalConfig.queues.vision,
    activities: await parts.visionActivities(),
    maxConcurrentActivityTaskExecutions: cpus().length,
  });

/** The workers of this process, by the queue that they serve. */
export const createWorkers = async (parts: Parts): Promise<Readonly<Record<string, Worker>>> => {
  const { ROLE } = parts.env;
  return {
    ...(ROLE !== 'vision' && { exams: await createExamWorker(parts) }),
    ...(ROLE !== 'exams' && { vision: await createVisionWorker(parts) }),
  };
};
