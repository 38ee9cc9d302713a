import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import { createCall, type Call } from '../../web/api/client';
import { createServerTime } from '../../web/api/server-time';

/** Somebody who asks the API as the pages do, with a session of his own. */
export interface Caller {
  readonly url: string;
  readonly call: Call;
  /** @throws where the answer is a no, naming it */
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
      const result = await call(endpoint, input);
      if (!result.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(result.no)}`);
      return result.value as OutputOf<E>;
    },
    cookie: () => cookie,
  };
}
