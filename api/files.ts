import Router from '@koa/router';
import { z } from 'zod';
import { StoredObject } from '#models/stored-object';
import { signAddress, verifyAddress } from '#models/storage/address';
import type { Env } from './env';
import { AppError } from './errors';
import { answerBytes } from './http/answer';
import type { Parts } from './parts';

/** How long an address works: long enough to show a page, short enough not to be passed on. */
const ADDRESS_MS = 5 * 60_000;

/** A short-lived address of a stored object, for whoever was just allowed to see it. */
export function addressOf({ SIGNING_KEY }: Env, key: string, now: number): string {
  // Rounded, so that a page that asks again within seconds finds its picture in the browser.
  const until = Math.ceil((now + ADDRESS_MS) / 30_000) * 30_000;
  const { seal } = signAddress(key, until, SIGNING_KEY);
  return `/api/files/${key}?until=${until}&seal=${encodeURIComponent(seal)}`;
}

const address = z.object({
  key: z.string().regex(/^[A-Za-z0-9_-]{16,80}$/),
  until: z.coerce.number().int(),
  seal: z.string().max(100),
});

/** `GET /api/files/:key`: what is stored, to whoever holds an address that is good now and is signed in. */
export function filesRouter({ env, clock, dataSource, storage }: Parts): Router {
  const router = new Router();
  router.get('/api/files/:key', async (ctx) => {
    if (ctx.state.principal.kind === 'nobody') throw new AppError('NOT_SIGNED_IN');
    const given = address.safeParse({ ...ctx.query, key: ctx.params['key'] });
    if (!given.success) throw new AppError('NOT_FOUND');
    const { key, until, seal } = given.data;
    if (verifyAddress(key, { until, seal }, env.SIGNING_KEY, clock()) !== 'good')
      throw new AppError('NOT_FOUND');
    const row = await dataSource.getRepository(StoredObject).findOneBy({ key });
    const bytes = row && row.deletedAt === null ? await storage.get(key) : null;
    if (!row || !bytes) throw new AppError('NOT_FOUND');
    answerBytes(ctx, { type: row.mediaType, bytes });
    ctx.set('content-disposition', row.mediaType.startsWith('image/') ? 'inline' : 'attachment');
  });
  return router;
}
