import type { Context, Middleware } from 'koa';
import { ulid } from 'ulid';
import { logNameOf } from '../access/principal';
import { requestScope } from '../gateway/request-id';
import type { Parts } from '../parts';
import type { AppState } from './state';

/** Gives every request an id and a time stamp, and writes one line about it when it is answered. */
export const request =
  ({ logger, clock, metrics, env }: Parts): Middleware =>
  async (ctx, next) => {
    const state = ctx.state as AppState;
    state.requestId = ulid();
    state.receivedAt = clock();
    state.address = addressOf(ctx, env.TRUSTED_PROXIES);
    state.principal = { kind: 'nobody' };
    state.logger = logger.child({ requestId: state.requestId });
    ctx.set('x-request-id', state.requestId);
    const started = performance.now();
    const hangUp = new AbortController();
    state.gone = hangUp.signal;
    ctx.res.once('close', () => {
      hangUp.abort();
      const seconds = (performance.now() - started) / 1_000;
      const endpoint = state.endpoint ?? 'page';
      metrics.requests.observe({ endpoint, status: ctx.status }, seconds);
      const { refused } = state;
      if (refused) metrics.refusals.inc({ endpoint, code: refused });
      const who = logNameOf(state.principal);
      const line = {
        method: ctx.method,
        endpoint,
        status: ctx.status,
        refused,
        who,
        ms: Math.round(seconds * 1e3),
      };
      state.logger.info(line, 'answered');
    });
    await requestScope.run({ requestId: state.requestId }, next);
  };

/** The last address that a proxy of ours saw; what others wrote before it is not believed. */
export function addressOf(ctx: Pick<Context, 'req' | 'get'>, trusted: readonly string[]): string {
  const chain = ctx
    .get('x-forwarded-for')
    .split(',')
    .map((part) => part.trim());
  let address = plainAddress(ctx.req.socket.remoteAddress ?? '');
  while (trusted.includes(address) && chain.length > 0) address = plainAddress(chain.pop() || address);
  return address;
}

const plainAddress = (address: string): string => address.replace(/^::ffff:/, '');
