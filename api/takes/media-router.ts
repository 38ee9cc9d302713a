import { Readable } from 'node:stream';
import Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Piece } from '#models/take-file';
import type { Storage } from '#models/storage/port';
import { AppError } from '../errors';
import type { AppState } from '../middleware/state';
import type { Parts } from '../parts';
import { isGoodAddress, readRef } from './media-address';
import { findFilm, type Film } from './pieces';

const address = z.object({ until: z.coerce.number().int(), seal: z.string().max(100) });

/** `GET /api/takes/media/:name`, whole or by range, to whoever holds an address that is good now and is signed in. */
export function mediaRouter(parts: Parts): Router {
  const router = new Router();
  router.get('/api/takes/media/:name', async (ctx) => {
    if ((ctx.state as AppState).principal.kind === 'nobody') throw new AppError('NOT_SIGNED_IN');
    const name = String(ctx.params['name']);
    const [given, ref] = [address.safeParse(ctx.query), readRef(name)];
    if (!given.success || !ref || !isGoodAddress(parts.env, { name, ...given.data }, parts.clock()))
      throw new AppError('NOT_FOUND');
    const film = await findFilm(parts, ref);
    if (!film) throw new AppError('NOT_FOUND');
    show(ctx, parts.storage, film);
  });
  return router;
}

function show(ctx: Context, storage: Storage, { type, pieces }: Film): void {
  const size = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  ctx.set({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  ctx.type = type;
  const range = rangeOf(ctx.get('range'), size);
  if (range === 'unsatisfiable') {
    ctx.set('content-range', `bytes */${size}`);
    ctx.status = 416;
    return;
  }
  const { from, to } = range ?? { from: 0, to: size };
  if (range) ctx.set('content-range', `bytes ${from}-${to - 1}/${size}`);
  ctx.status = range ? 206 : 200;
  ctx.length = to - from;
  ctx.body = Readable.from(bytesOf(storage, pieces, from, to), { objectMode: false });
}

interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** One range, as players ask for; several at once, or what is no range, are answered with the whole. */
export function rangeOf(header: string, size: number): Range | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from < to ? { from, to } : 'unsatisfiable';
}

/** Only the pieces that the range touches are read and decrypted, one at a time. */
async function* bytesOf(storage: Storage, pieces: readonly Piece[], from: number, to: number) {
  let begin = 0;
  for (const { key, bytes } of pieces) {
    const end = begin + bytes;
    if (end > from && begin < to) {
      const stored = await storage.get(key);
      if (!stored) throw new Error('a piece of a film is not in storage');
      yield stored.subarray(Math.max(0, from - begin), Math.min(bytes, to - begin));
    }
    begin = end;
  }
}
