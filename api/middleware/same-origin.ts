import type { Context, Middleware } from 'koa';
import { AppError } from '../errors';
import type { Parts } from '../parts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Requests that change something come from our own pages. Every browser we support sends `Origin` with them;
 * a program without a browser sends neither header, and has no victim's cookie to abuse.
 */
export const sameOrigin =
  ({ env }: Parts): Middleware =>
  async (ctx, next) => {
    if (!SAFE.has(ctx.method) && !isOurs(ctx, new URL(env.PUBLIC_URL).origin))
      throw new AppError('NOT_ALLOWED', { reason: 'another-site' });
    await next();
  };

function isOurs(ctx: Context, publicOrigin: string): boolean {
  const site = ctx.get('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  const origin = ctx.get('origin');
  if (!origin) return true;
  return origin === publicOrigin || origin === `${ctx.protocol}://${ctx.host}`;
}
