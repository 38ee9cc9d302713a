import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import { createCall, type Call } from '../../api/client';
import { isPassing } from '../../api/result';
import { createServerTime } from '../../api/server-time';
import { eventually } from './media-checks';

/** Somebody who asks the API as the pages do, with a session of his own but without a page. */
export interface Caller {
  readonly call: Call;
  /** Asks as the pages do, again while a busy server cannot answer. @throws where the answer is a refusal, naming it */
  readonly must: <E extends Endpoint>(endpoint: E, input?: CallOf<E>) => Promise<OutputOf<E>>;
  /** The session, to be handed to a browser. */
  readonly session: () => { readonly name: string; readonly value: string; readonly url: string } | null;
}

export function createCaller(url: string): Caller {
  const jar: { cookie: string | null } = { cookie: null };
  const ask = async (address: string, request: RequestInit): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('origin', url);
    if (jar.cookie) headers.set('cookie', jar.cookie);
    const response = await fetch(url + address, { ...request, headers });
    const [set] = response.headers.getSetCookie();
    if (set) jar.cookie = set.split(';')[0] ?? null;
    return response;
  };
  const call = createCall({ fetch: ask, now: Date.now, time: createServerTime(Date.now) });
  return {
    call,
    must: async <E extends Endpoint>(endpoint: E, input?: CallOf<E>) => {
      const result = await eventually(
        () => call(endpoint, input),
        (answer) => answer.ok || !isPassing(answer.no),
      );
      if (!result.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(result.no)}`);
      return result.value as OutputOf<E>;
    },
    session: () => {
      const [name, value] = jar.cookie?.split('=', 2) ?? [];
      return name && value ? { name, value, url } : null;
    },
  };
}
