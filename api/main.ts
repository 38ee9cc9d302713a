import { once } from 'node:events';
import { createDataSource } from '#models/data-source';
import { startHeartbeats } from '#models/heartbeats';
import { createApp } from './app';
import { createRedis, createTemporalClient, openStorage } from './connect';
import { readEnv } from './env';
import { createTemporalGateway } from './gateway/temporal-gateway';
import { createLogger } from './logger';
import { serve } from './serve';

/** How long requests under way may take once we are asked to stop. */
const DRAIN_MS = 8_000;

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLogger(env.LOG_LEVEL);
  const clock = () => Date.now();
  const dataSource = await createDataSource(env.DATABASE_URL).initialize();
  const redis = createRedis(env.REDIS_URL);
  const temporal = createTemporalClient(env);
  const gateway = createTemporalGateway(temporal.client);
  const storage = openStorage(env);
  const app = createApp({ env, dataSource, redis, gateway, storage, clock, logger });
  const database = async () => dataSource;
  const heartbeats = startHeartbeats({ database, role: 'api', isWell: gateway.ready, clock, logger });
  const serving = await serve(app.listener, env);
  logger.info({ port: serving.port, address: env.PUBLIC_URL }, 'listening');

  const [signal] = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  logger.info({ signal }, 'stopping');
  await heartbeats.stop();
  // Streams first: they would keep the server open. What they showed is fetched again from another replica.
  await app.close();
  await serving.stop(DRAIN_MS);
  await temporal.close();
  redis.disconnect();
  await dataSource.destroy();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
