import type { Middleware } from 'koa';
import { isHttps } from '../env';
import type { Parts } from '../parts';
import type { AppState } from './state';

export const SESSION_COOKIE = 'examhall_session';

/** Finds out who presents a cookie, for `/api` only: pages and assets are the same for everybody. */
export const session =
  ({ sessions, env, clock }: Parts): Middleware =>
  async (ctx, next) => {
    const state = ctx.state as AppState;
    const flags = `Path=/; HttpOnly; SameSite=Lax${isHttps(env) ? '; Secure' : ''}`;
    const set = (value: string, seconds: number) =>
      ctx.append('set-cookie', `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; ${flags}`);
    state.setSession = (token, expiresAt) => set(token, Math.floor((expiresAt - clock()) / 1_000));
    state.clearSession = () => set('', 0);
    state.sessionToken = ctx.path.startsWith('/api/') ? (ctx.cookies.get(SESSION_COOKIE) ?? null) : null;
    if (state.sessionToken) state.principal = (await sessions.find(state.sessionToken)) ?? { kind: 'nobody' };
    await next();
  };
