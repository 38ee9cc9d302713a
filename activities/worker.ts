import 'reflect-metadata';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import { temporalConfig } from '#config';
import { startHeartbeats } from '#models/heartbeats';
import { createActivities, createVisionActivities } from './index';
import { readEnv, type Env } from './env';
import { startHealth } from './health';
import { openParts, type Parts } from './parts';
import { startPhotoDesk } from './photos/photo-desk';
import { createPublish } from './publish';
import { createServing, type Service } from './serve';
import { temporalLog } from './temporal-log';
import { createFfmpeg } from './media/ffmpeg';
import { startJoining } from './media/queue';
import { startTidying } from './tidy/queue';
import { createFaceChecker } from './vision/check-face';
import { startWitness } from './witness/witness';
import { createExamWorker, createVisionWorker } from './workers';

const clock = () => Date.now();

/** The server may come up after us. */
const connect = async (address: string, logger: Logger): Promise<NativeConnection> => {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      logger.warn({ err: error, address }, 'Temporal does not answer yet');
      await wait(2_000);
    }
  }
};

const examService = (env: Env, parts: Parts, connection: NativeConnection, logger: Logger): Service => ({
  queue: temporalConfig.queues.exams,
  isOptional: false,
  open: async () => {
    const { database, storage, dataConverter } = parts;
    const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter });
    const publish = createPublish(parts.redis, logger);
    const taskQueue = temporalConfig.queues.exams;
    const activities = createActivities(
      { database, publish, client, storage, taskQueue, clock, logger },
      parts.failures,
    );
    const log = temporalLog(logger);
    return createExamWorker({ env, connection, dataConverter, logger: log }, activities);
  },
});

/** Exams go on where faces cannot be compared: a person looks then. Alone on its machine, a failure is a failure. */
const visionService = (env: Env, parts: Parts, connection: NativeConnection, logger: Logger): Service => ({
  queue: temporalConfig.queues.vision,
  isOptional: env.ROLE === 'all',
  open: async () => {
    const { database, storage, dataConverter } = parts;
    const checker = await createFaceChecker();
    const photos = startPhotoDesk({ database, storage, checker, clock, logger });
    parts.closeWith(() => photos.stop().then(() => checker.close()));
    const activities = createVisionActivities({ database, storage, checker, logger }, parts.failures);
    const log = temporalLog(logger);
    return createVisionWorker({ env, connection, dataConverter, logger: log }, activities);
  },
});

const tidyUp = (env: Env, { database, storage, closeWith }: Parts, logger: Logger): void => {
  const name = `${temporalConfig.queues.exams}-tidy`;
  closeWith(startTidying({ database, storage, clock, redisUrl: env.REDIS_URL, name, logger }).close);
};

const joinTakes = (env: Env, { database, storage, closeWith }: Parts, logger: Logger): void => {
  const name = `${temporalConfig.queues.exams}-takes`;
  const ffmpeg = createFfmpeg(env.FFMPEG_DIR);
  const workshop = join(env.STORAGE_DIR, '.joining');
  const joining = { database, storage, ffmpeg, workshop, clock, redisUrl: env.REDIS_URL, name, logger };
  closeWith(startJoining(joining).close);
};

const watchOutages = (env: Env, parts: Parts, connection: NativeConnection, logger: Logger): void => {
  const { database, dataConverter, closeWith } = parts;
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter });
  const taskQueue = temporalConfig.queues.exams;
  const witness = startWitness({ database, client, taskQueue, clock, logger });
  closeWith(witness.stop);
};

/** Serves the task queues of `ROLE` until asked to stop, then closes everything that it opened. */
const run = async (env: Env, logger: Logger): Promise<void> => {
  const logging = { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } as const;
  Runtime.install({ logger: temporalLog(logger), telemetryOptions: { logging } });
  const parts = openParts(env, logger);
  const connection = await connect(env.TEMPORAL_ADDRESS, logger);
  const services = [
    ...(env.ROLE === 'vision' ? [] : [examService(env, parts, connection, logger)]),
    ...(env.ROLE === 'exams' ? [] : [visionService(env, parts, connection, logger)]),
  ];
  const serving = createServing(services, logger);
  if (env.ROLE !== 'vision') {
    tidyUp(env, parts, logger);
    joinTakes(env, parts, logger);
    watchOutages(env, parts, connection, logger);
  }
  const role = env.ROLE === 'vision' ? 'vision' : 'worker';
  const heartbeats = startHeartbeats({ database: parts.database, role, clock, logger });
  const { HEALTH_PORT: port, HEALTH_HOST: host } = env;
  const health =
    port === undefined ? null : startHealth({ port, host }, serving.states, parts.failures.registry);
  try {
    await serving.run();
  } finally {
    await heartbeats.stop();
    health?.close();
    await connection.close();
    await parts.close();
  }
};

const env = readEnv(process.env);
const logger = pino({ level: env.LOG_LEVEL, base: { part: 'worker', pid: process.pid } });
run(env, logger).then(
  () => logger.info('worker stopped'),
  (error: unknown) => {
    logger.fatal({ err: error }, 'worker failed');
    process.exitCode = 1;
  },
);
