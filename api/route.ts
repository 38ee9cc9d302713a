import type { Context, Next } from 'koa';
import { z } from 'zod';
import type { Contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import type { RefusalCode } from '#protocol/refusals';
import { admit, admitToPlace } from './access/admit';
import type { Place } from './access/places';
import type { Call, Handler } from './call';
import { within } from './deadline';
import { AppError, isAppError } from './errors';
import { readBody } from './http/body';
import { impliedRefusals } from './http/implied-refusals';
import { createAnswer } from './http/answer';
import type { AppState } from './middleware/state';
import type { Parts } from './parts';

/** Past this a handler is held to be stuck on a part of ours; sooner than the 15 s that pages wait. */
const HANDLER_MS = 12_000;
/** Signing in may wait its turn when a whole hall signs in at once. */
const LOGIN_MS = 60_000;
const patience = (name: keyof Contract): number => (name.startsWith('login') ? LOGIN_MS : HANDLER_MS);

export type AppContext = Context & { state: AppState };
type AnyHandler = (call: Call<Endpoint>) => Promise<unknown>;

/**
 * Binds an endpoint of the contract to its handler: admission first (a stranger's body is not even read), then
 * place, query and body, then the answer by the declared shape. Undeclared refusals are defects.
 */
export function createRoute<K extends keyof Contract>(
  parts: Parts,
  name: K,
  endpoint: Contract[K] & Endpoint,
  handler: Handler<Contract[K]>,
): (ctx: Context, next: Next) => Promise<void> {
  const answer = createAnswer(parts, name, endpoint);
  const declared = new Set<RefusalCode>([...endpoint.refusals, ...impliedRefusals(endpoint)]);
  const handle = handler as unknown as AnyHandler;
  return async (koaContext) => {
    const ctx = koaContext as AppContext;
    ctx.state.endpoint = name;
    try {
      const call = await createCall(parts, name, endpoint, ctx);
      const work = handle(call);
      answer(ctx, await (endpoint.output === 'stream' ? work : within(patience(name), work)));
    } catch (error) {
      if (!isAppError(error) || declared.has(error.code)) throw error;
      parts.metrics.undeclared.inc({ endpoint: name, what: error.code });
      throw new Error(`${name} refuses ${error.code} without declaring it`, { cause: error });
    }
  };
}

async function createCall(
  parts: Parts,
  name: keyof Contract,
  endpoint: Endpoint,
  ctx: AppContext,
): Promise<Call<Endpoint>> {
  const {
    principal: who,
    requestId,
    receivedAt,
    logger,
    gone,
    sessionToken,
    setSession,
    clearSession,
  } = ctx.state;
  admit(endpoint.who, who);
  const params = parse(endpoint.params, ctx.params, 'params');
  const place = await findPlace(parts, params);
  if (place) admitToPlace(endpoint.who, who, place);
  const query = parse(endpoint.query, { ...ctx.query }, 'query');
  const given = await readBody(name, endpoint, ctx);
  const body = typeof endpoint.body === 'string' ? given : parse(endpoint.body, given, 'body');
  const call = { who, place, params, query, body, requestId, receivedAt, logger, gone };
  const browser = {
    address: ctx.state.address,
    userAgent: ctx.get('user-agent').slice(0, 300),
    href: parts.env.PUBLIC_URL + ctx.originalUrl,
    header: (name: string) => ctx.get(name) || null,
  };
  // The endpoint's own types are fixed where the registry binds handlers; here only their common shape is known.
  return { ...call, ...browser, sessionToken, setSession, clearSession } as unknown as Call<Endpoint>;
}

function parse(schema: Endpoint['body'], value: unknown, where: string): unknown {
  if (schema === undefined || typeof schema === 'string') return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('MALFORMED', { issues: issuesOf(parsed.error, where) });
}

const issuesOf = (error: z.ZodError, where: string) =>
  error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message }));

const places = z.object({ sittingId: z.string(), roomId: z.string(), examId: z.string() }).partial();

async function findPlace(parts: Parts, params: unknown): Promise<Place | undefined> {
  const named = places.safeParse(params).data;
  if (named?.sittingId) return parts.places.ofSitting(named.sittingId);
  if (named?.roomId) return parts.places.ofRoom(named.roomId);
  if (named?.examId) return parts.places.ofExam(named.examId);
  return undefined;
}
