import type { Middleware } from 'koa';
import type { RefusalCode } from '#protocol/refusals';
import { AppError, isAppError, type Details } from '../errors';
import { isOutage } from '../http/outage';
import type { AppState } from './state';

/** What every refused request answers. */
export interface RefusedBody {
  readonly refused: RefusalCode;
  readonly details?: Details;
  readonly requestId: string;
}

/** Turns whatever was thrown into a typed answer; a defect's own words stay in the log. */
export const refusals: Middleware = async (ctx, next) => {
  const state = ctx.state as AppState;
  try {
    await next();
    if (ctx.status === 404 && ctx.path.startsWith('/api/') && !ctx.body) throw new AppError('NOT_FOUND');
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'INTERNAL') state.logger.error({ err: error }, 'a defect of ours');
    else if (refusal.code === 'UNAVAILABLE')
      state.logger.warn({ err: refusal.cause ?? error }, 'a part of ours is away');
    state.refused = refusal.code;
    ctx.status = refusal.status;
    ctx.set('cache-control', 'no-store');
    if (refusal.code === 'UNAVAILABLE') ctx.set('retry-after', '2');
    const { code: refused, details } = refusal;
    ctx.body = { refused, ...(details && { details }), requestId: state.requestId } satisfies RefusedBody;
  }
};

function asRefusal(error: unknown): AppError {
  if (isAppError(error)) return error;
  return new AppError(isOutage(error) ? 'UNAVAILABLE' : 'INTERNAL', undefined, { cause: error });
}
