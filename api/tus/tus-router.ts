import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import type { CandidatePrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { AppState } from '../middleware/state';
import { malformed, metadataOf, whole } from './headers';
import { receiveBytes } from './receive-bytes';
import type { Upload, UploadKind } from './upload-kind';

const VERSION = '1.0.0';
const BYTES = 'application/offset+octet-stream';

/**
 * Files of candidates arrive by tus 1.0.0: creation, also with the first bytes, and termination. Every byte that was
 * received is stored, encrypted, before the offset says so; a lost network or a locked phone costs what was in the air.
 */
export function tusRouter<U extends Upload>(kind: UploadKind<U>): Router {
  const router = new Router({ prefix: kind.path });
  router.use(speakTus);
  router.options('/', (ctx) => {
    ctx.set({ 'tus-version': VERSION, 'tus-extension': 'creation,creation-with-upload,termination' });
    ctx.set('tus-max-size', String(kind.mostBytes));
    ctx.status = 204;
  });
  router.post('/', create(kind));
  router.head('/:id', tell(kind));
  router.patch('/:id', append(kind));
  router.delete('/:id', giveUp(kind));
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
const idOf = (ctx: Context) => String(ctx['params'].id);

const create =
  <U extends Upload>(kind: UploadKind<U>): Middleware =>
  async (ctx) => {
    const who = candidateOf(ctx);
    const epoch = whole(ctx.get(kind.epochHeader));
    const bytes = whole(ctx.get('upload-length'));
    if (bytes < 1) throw malformed('Upload-Length expected');
    const upload = await kind.begin(who, { epoch, bytes, metadata: metadataOf(ctx.get('upload-metadata')) });
    ctx.set('location', `${kind.path}/${upload.id}`);
    if (ctx.is(BYTES)) ctx.set('upload-offset', String(await takeFirst(kind, ctx, upload)));
    ctx.status = 201;
  };

/** The bytes that come with the announcement; where some are there already, the page goes on from those. */
async function takeFirst<U extends Upload>(kind: UploadKind<U>, ctx: Context, upload: U): Promise<number> {
  if (upload.offset > 0) {
    ctx.req.resume();
    if (upload.offset === upload.bytes && !kind.isFinished(upload)) await kind.finish(upload);
    return upload.offset;
  }
  const offset = await receiveBytes(kind, upload, ctx.req);
  if (offset === upload.bytes) await kind.finish(upload);
  return offset;
}

const tell =
  <U extends Upload>(kind: UploadKind<U>): Middleware =>
  async (ctx) => {
    const upload = await kind.find(candidateOf(ctx), idOf(ctx));
    // Whole, and nothing made of it yet: this process or another one died over it.
    if (upload.offset === upload.bytes && !kind.isFinished(upload)) await kind.finish(upload);
    ctx.set({ 'upload-offset': String(upload.offset), 'upload-length': String(upload.bytes) });
    ctx.status = 200;
  };

const append =
  <U extends Upload>(kind: UploadKind<U>): Middleware =>
  async (ctx) => {
    const who = candidateOf(ctx);
    const upload = await kind.find(who, idOf(ctx));
    if (!ctx.is(BYTES)) throw malformed(`${BYTES} expected`);
    await kind.demand(who, upload, whole(ctx.get(kind.epochHeader)));
    const from = whole(ctx.get('upload-offset'));
    if (from !== upload.offset) throw new AppError('CONFLICT', { offset: upload.offset });
    const offset = await receiveBytes(kind, upload, ctx.req);
    if (offset === upload.bytes) await kind.finish(upload);
    ctx.set('upload-offset', String(offset));
    ctx.status = 204;
  };

const giveUp =
  <U extends Upload>(kind: UploadKind<U>): Middleware =>
  async (ctx) => {
    const who = candidateOf(ctx);
    const upload = await kind.find(who, idOf(ctx));
    await kind.demand(who, upload, whole(ctx.get(kind.epochHeader)));
    // What is whole stays on record.
    if (upload.offset === upload.bytes) throw new AppError('ALREADY_DONE');
    await kind.drop(upload);
    ctx.status = 204;
  };
