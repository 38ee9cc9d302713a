import 'reflect-metadata';
import { once } from 'node:events';
import { createDataSource } from '#models/data-source';
import { createLocalStorage } from '#models/storage/local';
import { createApp } from '../../api/app';
import { createRedis, createTemporalClient } from '../../api/connect';
import { readEnv } from '../../api/env';
import { createTemporalGateway } from '../../api/gateway/temporal-gateway';
import { createLogger } from '../../api/logger';
import { serve } from '../../api/serve';
import { acknowledgeEarly } from './ack-early';

/** The api with one defect put in, for `--break=ack-early`; nothing of the product can be switched to this. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLogger(env.LOG_LEVEL);
  const dataSource = await createDataSource(env.DATABASE_URL).initialize();
  const redis = createRedis(env.REDIS_URL);
  const temporal = createTemporalClient(env);
  const gateway = acknowledgeEarly(createTemporalGateway(temporal.client));
  const storage = createLocalStorage({ folder: env.STORAGE_DIR, keys: [env.STORAGE_KEY] });
  const app = createApp({ env, dataSource, redis, gateway, storage, clock: () => Date.now(), logger });
  await serve(app.listener, env);
  await once(process, 'SIGTERM');
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
