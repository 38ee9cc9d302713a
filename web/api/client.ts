import { z } from 'zod';
import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import { readBy, refusalOf } from './answer';
import { addressOf, requestOf } from './request';
import type { Result } from './result';
import type { ServerTime } from './server-time';

type Output<E extends Endpoint> = E['output'] extends 'bytes' ? Blob : OutputOf<E>;

/** Asks one endpoint of the contract. Never throws: the network's silence is a typed `OFFLINE`. */
export type Call = <E extends Endpoint>(
  endpoint: E,
  input?: CallOf<E>,
  options?: CallOptions,
) => Promise<Result<Output<E>>>;

export interface CallOptions {
  /** Survives the page that sends it: for the last word of a page that closes. */
  readonly keepalive?: boolean;
  readonly timeoutMs?: number;
}

interface ClientParts {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly time: ServerTime;
}

/** Longer than the server's own bound of 5 s, so that its 503 with the receipt arrives first. */
const TIMEOUT_MS = 15_000;
const PICTURE_TIMEOUT_MS = 60_000;

/** When a whole hall signs in at once, everybody waits his turn; the server itself gives up after a minute. */
const LOGIN_TIMEOUT_MS = 65_000;

function patienceFor({ body, path }: Endpoint): number {
  if (path.startsWith('/api/login/')) return LOGIN_TIMEOUT_MS;
  return body === 'picture' ? PICTURE_TIMEOUT_MS : TIMEOUT_MS;
}

const timed = z.object({ serverTime: z.number() });

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

const offline = { ok: false, no: { refused: 'OFFLINE' }, requestId: null } as const;
const unreadable = (requestId: string | null) =>
  ({ ok: false, no: { refused: 'INTERNAL' }, requestId }) as const;

export function createCall({ fetch, now, time }: ClientParts): Call {
  return async <E extends Endpoint>(endpoint: E, input: CallOf<E> = {}, options: CallOptions = {}) => {
    const wait = options.timeoutMs ?? patienceFor(endpoint);
    const sentAt = now();
    try {
      const response = await fetch(addressOf(endpoint, input.params, input.query), {
        ...requestOf(endpoint, input.body),
        keepalive: options.keepalive,
        signal: AbortSignal.timeout(wait),
      });
      const requestId = response.headers.get('x-request-id');
      if (response.ok && endpoint.output === 'bytes') {
        return { ok: true, value: (await response.blob()) as Output<E> };
      }
      const body = await jsonOf(response);
      if (!response.ok) return { ok: false, no: refusalOf(response.status, body), requestId };
      const stamp = timed.safeParse(body);
      if (stamp.success) time.observe({ sentAt, receivedAt: now(), serverTime: stamp.data.serverTime });
      const value = endpoint.output instanceof z.ZodType ? readBy(endpoint.output, body) : undefined;
      return value === undefined ? unreadable(requestId) : { ok: true, value: value as Output<E> };
    } catch {
      return offline;
    }
  };
}
