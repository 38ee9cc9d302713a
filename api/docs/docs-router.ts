import Router from '@koa/router';
import type { Parts } from '../parts';
import { docsPage } from './docs-page';
import { describeApi } from './openapi';

/** `/api/openapi.json` for programs and `/api/docs` for people; both are made once, from the contract. */
export function docsRouter({ env }: Parts): Router {
  const description = describeApi(env.PUBLIC_URL);
  const page = docsPage();
  const router = new Router();
  router.get('/api/openapi.json', (ctx) => {
    ctx.set('cache-control', 'no-cache');
    ctx.body = description;
  });
  router.get('/api/docs', (ctx) => {
    ctx.type = 'html';
    ctx.set('cache-control', 'no-cache');
    ctx.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    ctx.body = page;
  });
  return router;
}
