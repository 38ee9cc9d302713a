import type { RequestListener } from 'node:http';
import Koa from 'koa';
import type { Deps } from './deps';
import { docsRouter } from './docs/docs-router';
import { filesRouter } from './files';
import { healthRouter } from './http/health';
import { pages } from './http/pages';
import { refusals } from './middleware/refusals';
import { request } from './middleware/request';
import { sameOrigin } from './middleware/same-origin';
import { securityHeaders } from './middleware/security-headers';
import { session } from './middleware/session';
import { createParts } from './parts';
import { createRouter } from './routes';
import { sheetUploads } from './sheets/sheet-uploads';
import { mediaRouter } from './takes/media-router';
import { sliceUploads } from './takes/slice-uploads';
import { trustRouter } from './trust/trust-router';
import { tusRouter } from './tus/tus-router';

export interface App {
  /** For `http.createServer` and `http2.createSecureServer` alike. */
  readonly listener: RequestListener;
  /** Ends open streams and timers; the dependencies stay the caller's. */
  readonly close: () => Promise<void>;
}

/** The API as a function of its dependencies. */
export function createApp(deps: Deps): App {
  const parts = createParts(deps);
  const koa = new Koa();
  koa.silent = true;
  koa.on('error', (error: unknown) => deps.logger.debug({ err: error }, 'a connection broke off'));
  const router = createRouter(parts);
  const health = healthRouter(parts);
  const trust = trustRouter(parts);
  const files = filesRouter(parts);
  const docs = docsRouter(parts);
  const sheets = tusRouter(sheetUploads(parts));
  const slices = tusRouter(sliceUploads(parts));
  const films = mediaRouter(parts);
  koa
    .use(request(parts))
    .use(securityHeaders(parts))
    .use(refusals)
    .use(sameOrigin(parts))
    .use(health.routes())
    .use(trust.routes())
    .use(docs.routes())
    .use(session(parts))
    .use(files.routes())
    .use(sheets.routes())
    .use(slices.routes())
    .use(films.routes())
    .use(router.routes())
    .use(pages(parts));
  return { listener: koa.callback() as RequestListener, close: parts.close };
}
