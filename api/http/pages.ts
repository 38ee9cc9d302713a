import type { Context, Middleware } from 'koa';
import { contentSecurityPolicy, newNonce } from '../middleware/security-headers';
import type { Parts } from '../parts';
import { createWebFiles, type WebFile } from './web-files';

/** Ours, but not the web app's: a wrong address there is no page. */
const notPages = /^\/(api|healthz|readyz|metrics)(\/|$)/;

/** The web app: assets for ever, the page itself always anew, and the page for every address of the app. */
export const pages = ({ env }: Parts): Middleware => {
  const find = createWebFiles(env.WEB_DIR);
  return async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || notPages.test(ctx.path)) return next();
    const file = ctx.path === '/' || ctx.path === '/index.html' ? null : await find(safePath(ctx.path));
    if (file) return sendFile(ctx, file);
    if (/\.\w{1,12}$/.test(ctx.path) && ctx.path !== '/index.html') return next();
    const page = await find('index.html');
    if (!page) return next();
    sendPage(ctx, page, env);
  };
};

const safePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return '\0';
  }
};

function sendFile(ctx: Context, file: WebFile): void {
  ctx.type = file.extension;
  // The build puts a digest into the names of assets, so their content never changes.
  ctx.set(
    'cache-control',
    ctx.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  ctx.set('etag', file.etag);
  ctx.vary('accept-encoding');
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const encoding = file.br ? ctx.acceptsEncodings('br', 'gzip', 'identity') : 'identity';
  if (encoding === 'br' || encoding === 'gzip') ctx.set('content-encoding', encoding);
  ctx.body = (encoding === 'br' ? file.br : encoding === 'gzip' ? file.gzip : null) ?? file.plain;
}

/** With a nonce of its own, so that styles of the interface library are allowed and nobody else's. */
function sendPage(ctx: Context, page: WebFile, env: Parts['env']): void {
  const nonce = newNonce();
  const meta = `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}" />`;
  ctx.type = 'html';
  ctx.set('content-security-policy', contentSecurityPolicy(env, nonce));
  ctx.set('cache-control', 'no-cache');
  ctx.body = page.plain.toString('utf8').replace('<head>', `<head>${meta}`);
}
