import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Middleware } from 'koa';
import { isHttps, type Env } from '../env';
import type { Parts } from '../parts';

/** Nonce of the styles that the interface library inserts; written into the page by `http/pages.ts`. */
export const newNonce = (): string => randomBytes(16).toString('base64');

/** Allows ourselves and the configured Jitsi, nothing else. */
export function contentSecurityPolicy(env: Env, nonce?: string): string {
  const jitsi = jitsiOrigin(env);
  const also = jitsi ? ` ${jitsi}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${also}`,
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    `frame-src ${jitsi ?? "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const jitsiOrigin = (env: Env): string | null => (env.JITSI_DOMAIN ? `https://${env.JITSI_DOMAIN}` : null);

export const securityHeaders = ({ env }: Parts): Middleware => {
  const devices = `(self${jitsiOrigin(env) ? ` "${jitsiOrigin(env)}"` : ''})`;
  const allowed = ['camera', 'microphone', 'display-capture', 'autoplay', 'fullscreen', 'screen-wake-lock'];
  const headers: Record<string, string> = {
    'content-security-policy': contentSecurityPolicy(env),
    'permissions-policy': [...allowed.map((name) => `${name}=${devices}`), 'geolocation=()'].join(', '),
    'x-content-type-options': 'nosniff',
    // Personal links carry their token in the address.
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(remembersHttps(env) && { 'strict-transport-security': 'max-age=31536000' }),
  };
  return async (ctx, next) => {
    ctx.set(headers);
    await next();
  };
};

/** Not for `localhost`: browsers would then want HTTPS of every other program on the machine. */
function remembersHttps(env: Env): boolean {
  const { hostname } = new URL(env.PUBLIC_URL);
  return isHttps(env) && hostname !== 'localhost' && isIP(hostname.replace(/[[\]]/g, '')) === 0;
}
