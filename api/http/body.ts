import type { Context } from 'koa';
import rawBody from 'raw-body';
import type { Contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import { AppError } from '../errors';

const KB = 1024;
const JSON_LIMIT = 128 * KB;
/** Uploads are judged by pixels and bytes in `pictures/`; this only bounds memory. */
const PICTURE_LIMIT = 2_000 * KB;
const FILE_LIMIT = 20_000 * KB;
const fileLimits: Partial<Record<keyof Contract, number>> = {
  // A zip file of some hundred photos.
  putPhotos: 60_000 * KB,
};
const jsonLimits: Partial<Record<keyof Contract, number>> = {
  // 500,000 characters of YAML may be three bytes each, and are escaped once more in JSON.
  checkFlow: 2_000 * KB,
  publishFlow: 2_000 * KB,
  // All answers at once, after an outage.
  saveAnswers: 1_000 * KB,
};

/**
 * Reads what the endpoint declares, bounded. JSON and pictures have content types that a form of another site
 * cannot send.
 * @throws AppError MALFORMED, NOT_AN_IMAGE, TOO_LARGE
 */
export async function readBody(name: keyof Contract, endpoint: Endpoint, ctx: Context): Promise<unknown> {
  if (endpoint.body === undefined) return undefined;
  if (ctx.get('content-encoding')) throw malformed('compressed bodies are not taken');
  if (endpoint.body === 'picture') return readPicture(ctx);
  if (endpoint.body === 'file') return readFile(name, ctx);
  if (!isOf(ctx, 'application/json')) throw malformed('application/json expected');
  const bytes = await readBytes(ctx, jsonLimits[name] ?? JSON_LIMIT);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw malformed('not JSON');
  }
}

async function readPicture(ctx: Context): Promise<Buffer> {
  if (!isOf(ctx, 'image/jpeg', 'image/png', 'image/webp')) throw new AppError('NOT_AN_IMAGE');
  return readBytes(ctx, PICTURE_LIMIT);
}

/** A form of another site cannot send this type. */
async function readFile(name: keyof Contract, ctx: Context): Promise<Buffer> {
  if (!isOf(ctx, 'application/octet-stream')) throw malformed('application/octet-stream expected');
  return readBytes(ctx, fileLimits[name] ?? FILE_LIMIT);
}

/** By the header alone: over HTTP/2 a body need not announce its length, and then `ctx.is` sees none. */
function isOf(ctx: Context, ...types: readonly string[]): boolean {
  return types.includes(ctx.request.type.trim().toLowerCase());
}

async function readBytes(ctx: Context, limit: number): Promise<Buffer> {
  try {
    return await rawBody(ctx.req, { limit, length: ctx.request.length ?? null });
  } catch (error) {
    const type = error instanceof Error && 'type' in error ? error.type : undefined;
    if (type === 'entity.too.large') throw new AppError('TOO_LARGE', { limit });
    throw malformed('the body was cut off');
  }
}

const malformed = (message: string) => new AppError('MALFORMED', { issues: [{ path: '', message }] });
