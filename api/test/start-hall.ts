import { once } from 'node:events';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { ulid } from 'ulid';
import { payloadKeys } from '#models/key-ids';
import { encryptedDataConverter } from '#models/payload-codec';
import type { FaceVerdict } from '#protocol/face';
import type { VisionPorts } from '#workflows/activities';
import { bundleWorkflows } from '../../activities/bundle';
import { createActivities } from '../../activities/index';
import { createPublish } from '../../activities/publish';
import { visionQueue } from '../../temporal.config';
import { createRedis, createTemporalClient } from '../connect';
import type { Env } from '../env';
import { createTemporalGateway } from '../gateway/temporal-gateway';
import { startApi, testEnv, type Lines, type TestApi } from './start-api';

const evidence = {
  toRegistered: 0.3,
  farthestFrame: 0.2,
  bestFrame: 0,
  decidedAt: null,
  modelVersion: 'test',
  thresholdVersion: 'test',
};

export interface TestHall extends TestApi {
  /** What the face check says next; the models themselves are tested elsewhere. */
  readonly face: { verdict: FaceVerdict };
  /** Stops and starts the worker, as a crash and a restart do. */
  readonly stopWorker: () => Promise<void>;
  readonly startWorker: () => Promise<void>;
}

/**
 * The real application on the real Temporal, with a worker of its own that writes to the same database. Lines that
 * are cut are cut for both of them; only Temporal stays there for the worker, and `source` for the test.
 */
export async function startHall(lines?: Lines, set: Partial<Env> = {}): Promise<TestHall> {
  installRuntime();
  const taskQueue = `api-${ulid()}`;
  const env = { ...testEnv(), ...set };
  const through = lines && { TEMPORAL_ADDRESS: new URL(lines.temporal.url).host };
  const temporal = createTemporalClient({ ...env, ...through });
  const direct = createTemporalClient(env);
  const api = await startApi({
    gateway: createTemporalGateway(temporal.client, taskQueue),
    set: env,
    ...(lines && { lines }),
  });
  const face: TestHall['face'] = { verdict: { outcome: 'pass', evidence } };
  const vision: VisionPorts = { checkFace: async () => face.verdict };
  const redis = createRedis(env.REDIS_URL);
  await once(redis, 'ready');
  const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS });
  const logger = pino({ level: 'silent' });
  const activities = createActivities({
    database: async () => (lines ? api.deps.dataSource : api.source),
    publish: createPublish(redis, logger),
    client: direct.client,
    storage: api.deps.storage,
    taskQueue,
    logger,
    clock: () => Date.now(),
  });
  const common = {
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    dataConverter: encryptedDataConverter(payloadKeys(env.PAYLOAD_KEY)),
  };
  const workflowBundle = await bundleWorkflows(new DefaultLogger('ERROR'));
  const running: { worker: Worker; run: Promise<void> }[] = [];
  const startWorker = async () => {
    const workers = [
      await Worker.create({
        ...common,
        taskQueue,
        activities,
        workflowBundle,
        stickyQueueScheduleToStartTimeout: '2s',
      }),
      await Worker.create({ ...common, taskQueue: visionQueue(taskQueue), activities: { ...vision } }),
    ];
    running.push(...workers.map((worker) => ({ worker, run: worker.run() })));
  };
  const stopWorker = async () => {
    const stopping = running.splice(0);
    for (const { worker } of stopping) worker.shutdown();
    await Promise.all(stopping.map(({ run }) => run));
  };
  await startWorker();
  const close = async () => {
    await stopWorker();
    redis.disconnect();
    await connection.close();
    await api.close();
    await Promise.all([temporal.close(), direct.close()]);
  };
  return { ...api, face, startWorker, stopWorker, close };
}

function installRuntime(): void {
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  } catch {
    // The runtime of this test process is installed already.
  }
}

/** Waits for what happens behind an answer: records, orders, effects. */
export async function until<T>(
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > end) throw new Error(`not seen in time: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
