import Router from '@koa/router';
import { within } from '../deadline';
import type { Parts } from '../parts';
import { createReplicaClocks, MOST_APART_MS } from './replica-clocks';

const CHECK_MS = 2_000;

/** `/healthz`: this process answers. `/readyz`: what it needs answers too, and its clock agrees with the others'. */
export function healthRouter(parts: Parts): Router {
  const { dataSource, redis, gateway, metrics, source, clock, env } = parts;
  const clocks = createReplicaClocks(redis, source, clock);
  const checks = {
    mariadb: async () => void (await dataSource.query('SELECT 1')),
    redis: async () => void (await redis.ping()),
    temporal: async () => gateway.ready(),
    clock: async () => {
      await clocks.tell();
      const spread = await clocks.spread();
      if (spread > MOST_APART_MS) throw new Error(`clocks of the replicas are ${spread} ms apart`);
    },
  };
  const run = async ([name, check]: [string, () => Promise<void>]): Promise<[string, string]> => {
    try {
      await within(CHECK_MS, check());
      return [name, 'ok'];
    } catch (error) {
      parts.logger.warn({ err: error, check: name }, 'not ready');
      return [name, 'away'];
    }
  };

  const router = new Router();
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    const found = Object.fromEntries(await Promise.all(Object.entries(checks).map(run)));
    const ready = Object.values(found).every((state) => state === 'ok');
    ctx.status = ready ? 200 : 503;
    ctx.set('cache-control', 'no-store');
    ctx.body = { status: ready ? 'ok' : 'not-ready', ...found };
  });
  router.get('/metrics', async (ctx) => {
    if (!mayMeasure(ctx.ip, ctx.get('authorization'), env.METRICS_TOKEN)) return;
    const { registry } = metrics;
    ctx.type = registry.contentType;
    ctx.body = await registry.metrics();
  });
  return router;
}

const mayMeasure = (address: string, authorization: string, token: string | undefined): boolean =>
  token === undefined
    ? ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
    : authorization === `Bearer ${token}`;
