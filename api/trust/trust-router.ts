import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import Router from '@koa/router';
import type { Parts } from '../parts';
import { trustPage } from './trust-page';

/**
 * `/trust`: how a phone learns to trust this installation's own certificate authority. Only its public
 * certificate is ever read here.
 */
export function trustRouter({ env }: Parts): Router {
  const router = new Router();
  const { TLS_CA } = env;
  if (!TLS_CA) return router;
  router.get('/trust', async (ctx) => {
    const authority = new X509Certificate(await readFile(TLS_CA));
    ctx.type = 'html';
    ctx.set('cache-control', 'no-cache');
    ctx.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    ctx.body = trustPage({ fingerprint: authority.fingerprint256, home: env.PUBLIC_URL });
  });
  router.get('/trust/examhall-ca.crt', async (ctx) => {
    const authority = new X509Certificate(await readFile(TLS_CA));
    // iPhones offer to install only what comes under this very type.
    ctx.set('content-type', 'application/x-x509-ca-cert');
    ctx.set('content-disposition', 'attachment; filename="examhall-ca.crt"');
    ctx.set('cache-control', 'no-cache');
    ctx.body = Buffer.from(authority.raw);
  });
  return router;
}
