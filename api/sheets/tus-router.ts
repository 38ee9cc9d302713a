import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { uploads } from '#contract/sheets';
import { Sheet } from '#models/sheet';
import { Sitting } from '#models/sitting';
import type { CandidatePrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { AppState } from '../middleware/state';
import type { Parts } from '../parts';
import { createFinish, refusalOf, type Finish } from './finish-sheet';
import { mayBegin } from './may-upload';
import { receiveBytes } from './receive-bytes';
import { malformed, metadataOf, whole } from './tus-headers';
import { beginUpload, dropParts } from './uploads';

const VERSION = '1.0.0';

/**
 * Sheets arrive by tus 1.0.0: creation, and termination. Every byte that was received is stored, encrypted, before the
 * offset says so; a lost network or a locked phone costs what was in the air.
 */
export function tusRouter(parts: Parts): Router {
  const router = new Router({ prefix: uploads.path });
  const finish = createFinish(parts);
  router.use(speakTus);
  router.options('/', (ctx) => {
    ctx.set({ 'tus-version': VERSION, 'tus-extension': 'creation,termination' });
    ctx.set('tus-max-size', String(uploads.mostBytes));
    ctx.status = 204;
  });
  router.post('/', create(parts));
  router.head('/:id', tell(parts, finish));
  router.patch('/:id', append(parts, finish));
  router.delete('/:id', giveUp(parts));
  return router;
}

const speakTus: Middleware = async (ctx, next) => {
  ctx.set('tus-resumable', VERSION);
  ctx.set('cache-control', 'no-store');
  if (ctx.method !== 'OPTIONS' && ctx.get('tus-resumable') !== VERSION) {
    ctx.set('tus-version', VERSION);
    throw malformed('Tus-Resumable: 1.0.0 expected');
  }
  await next();
};

function candidateOf(ctx: Context): CandidatePrincipal {
  const { principal } = ctx.state as AppState;
  if (principal.kind === 'nobody') throw new AppError('NOT_SIGNED_IN');
  if (principal.kind !== 'candidate') throw new AppError('NOT_ALLOWED');
  return principal;
}

/** An older device of this position sends nothing more. @throws AppError SUPERSEDED */
async function demandEpoch({ positions }: Parts, ctx: Context): Promise<CandidatePrincipal> {
  const who = candidateOf(ctx);
  await positions.check(who.sittingId, who.position, whole(ctx.get(uploads.epochHeader)));
  return who;
}

/** An upload of this candidate that was not refused. */
async function find({ dataSource }: Parts, ctx: Context): Promise<Sheet> {
  const { sittingId } = candidateOf(ctx);
  const id = String(ctx['params'].id);
  const sheet = await dataSource.getRepository(Sheet).findOneBy({ id, sittingId });
  if (!sheet) throw new AppError('NOT_FOUND');
  if (sheet.state === 'refused') throw refusalOf(sheet);
  return sheet;
}

const create =
  (parts: Parts): Middleware =>
  async (ctx) => {
    const { sittingId } = await demandEpoch(parts, ctx);
    const { step: stepId, digest, type: mediaType } = metadataOf(ctx.get('upload-metadata'));
    const bytes = whole(ctx.get('upload-length'));
    if (bytes < 1) throw malformed('Upload-Length expected');
    await mayBegin(parts, sittingId, stepId, digest);
    const sheet = await beginUpload(parts, { sittingId, stepId, digest, bytes, mediaType });
    if (sheet.state === 'refused') throw refusalOf(sheet);
    ctx.set('location', `${uploads.path}/${sheet.id}`);
    ctx.status = 201;
  };

const tell =
  (parts: Parts, finish: Finish): Middleware =>
  async (ctx) => {
    const sheet = await find(parts, ctx);
    // Whole, and not a sheet yet: this process or another one died over it.
    if (sheet.offset === sheet.bytes && sheet.state !== 'ready') await finish(sheet);
    ctx.set({ 'upload-offset': String(sheet.offset), 'upload-length': String(sheet.bytes) });
    ctx.status = 200;
  };

const append =
  (parts: Parts, finish: Finish): Middleware =>
  async (ctx) => {
    await demandEpoch(parts, ctx);
    const sheet = await find(parts, ctx);
    if (!ctx.is('application/offset+octet-stream'))
      throw malformed('application/offset+octet-stream expected');
    const { sittingId: id, stepId: paperStep } = sheet;
    if (!(await parts.dataSource.getRepository(Sitting).existsBy({ id, paperStep })))
      throw new AppError('NOT_NOW');
    const from = whole(ctx.get('upload-offset'));
    if (from !== sheet.offset) throw new AppError('CONFLICT', { offset: sheet.offset });
    const offset = await receiveBytes(parts, sheet, ctx.req);
    if (offset === sheet.bytes) await finish(sheet);
    ctx.set('upload-offset', String(offset));
    ctx.status = 204;
  };

const giveUp =
  (parts: Parts): Middleware =>
  async (ctx) => {
    await demandEpoch(parts, ctx);
    const { id, state } = await find(parts, ctx);
    // What is whole stays on record.
    if (state !== 'uploading') throw new AppError('ALREADY_DONE');
    await dropParts(parts, id);
    await parts.dataSource.getRepository(Sheet).delete({ id, state });
    ctx.status = 204;
  };
