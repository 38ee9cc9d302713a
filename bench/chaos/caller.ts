import { setTimeout as wait } from 'node:timers/promises';
import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import { createCall, type Call } from '../../web/api/client';
import { isPassing } from '../../web/api/result';
import { createServerTime } from '../../web/api/server-time';

const PATIENCE_MS = 120_000;

/** Somebody who asks the API as the pages do, with a session of his own. */
export interface Caller {
  readonly url: string;
  readonly call: Call;
  /** Asks until it is answered. @throws where the answer is a no that waiting does not change, naming it */
  readonly must: <E extends Endpoint>(endpoint: E, input?: CallOf<E>) => Promise<OutputOf<E>>;
  readonly cookie: () => string;
}

export function createCaller(url: string): Caller {
  let cookie = '';
  const ask = async (address: string, request: RequestInit): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('origin', url);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(url + address, { ...request, headers });
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const call = createCall({ fetch: ask, now: Date.now, time: createServerTime(Date.now) });
  return {
    url,
    call,
    must: async <E extends Endpoint>(endpoint: E, input?: CallOf<E>) => {
      for (const give = Date.now() + PATIENCE_MS; ; await wait(1_000)) {
        const result = await call(endpoint, input);
        if (result.ok) return result.value as OutputOf<E>;
        if (!isPassing(result.no) || Date.now() > give)
          throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(result.no)}`);
      }
    },
    cookie: () => cookie,
  };
}
