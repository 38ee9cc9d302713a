import { availableParallelism } from 'node:os';
import type { DataConverter } from '@temporalio/common';
import { Worker, type Logger, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { temporalConfig } from '#config';
import { bundleWorkflows } from './bundle';
import type { Env } from './env';

export interface WorkerParts {
  readonly env: Pick<Env, 'TEMPORAL_NAMESPACE' | 'WORKER_BUILD_ID'>;
  readonly connection: NativeConnection;
  readonly dataConverter: DataConverter;
  readonly logger: Logger;
}

const commonOptions = ({
  env,
  connection,
  dataConverter,
}: WorkerParts): Omit<WorkerOptions, 'taskQueue'> => ({
  connection,
  namespace: env.TEMPORAL_NAMESPACE,
  dataConverter,
  /** Time for what is under way when a worker is asked to stop. */
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
export const createExamWorker = async (parts: WorkerParts, activities: object): Promise<Worker> =>
  Worker.create({
    ...commonOptions(parts),
    taskQueue: temporalConfig.queues.exams,
    workflowBundle: await bundleWorkflows(parts.logger),
    activities,
    maxCachedWorkflows: temporalConfig.maxCachedWorkflows,
    stickyQueueScheduleToStartTimeout: temporalConfig.stickyScheduleToStartMs,
    maxConcurrentActivityTaskExecutions: 64,
  });

/** Face checks: one a core, on a queue of their own, so that they never starve the records. */
export const createVisionWorker = async (parts: WorkerParts, activities: object): Promise<Worker> =>
  Worker.create({
    ...commonOptions(parts),
    taskQueue: temporalConfig.queues.vision,
    activities,
    maxConcurrentActivityTaskExecutions: availableParallelism(),
  });
