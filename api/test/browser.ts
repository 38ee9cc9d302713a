import { contract, type Contract } from '#contract';
import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import type { RefusedBody } from '../middleware/refusals';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed answer; tests that expect a refusal read `refused`. */
  readonly body: T;
  readonly refused: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A browser with a cookie jar of one cookie that calls endpoints by their names in the contract. */
export function createBrowser(url: string) {
  const jar: { cookie?: string } = {};

  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.cookie) headers.set('cookie', jar.cookie);
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    const set = response.headers.getSetCookie()[0];
    if (set) jar.cookie = set.split(';')[0] ?? '';
    return response;
  };

  const call = async <K extends keyof Contract>(
    name: K,
    given: CallOf<Contract[K]> = {},
  ): Promise<Answer<OutputOf<Contract[K]>>> => {
    const { path, init } = requestOf(contract[name], given);
    const response = await send(path, init);
    const text = await response.text();
    const body: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    const refusal = body as Partial<RefusedBody>;
    return {
      status: response.status,
      headers: response.headers,
      body: body as OutputOf<Contract[K]>,
      refused: response.ok ? undefined : refusal.refused,
      details: (response.ok ? undefined : refusal.details) ?? {},
    };
  };
  return { jar, send, call };
}
export type Browser = ReturnType<typeof createBrowser>;

type LooseCall = { params?: unknown; query?: unknown; body?: unknown };

function requestOf(endpoint: Endpoint, given: LooseCall): { path: string; init: RequestInit } {
  const params = (given.params ?? {}) as Record<string, string | number>;
  const filled = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = given.query ? `?${new URLSearchParams(given.query as Record<string, string>)}` : '';
  const { method } = endpoint;
  if (given.body instanceof Blob) {
    const headers = { 'content-type': given.body.type || 'image/jpeg' };
    return { path: filled + query, init: { method, headers, body: given.body } };
  }
  if (given.body === undefined) return { path: filled + query, init: { method } };
  const headers = { 'content-type': 'application/json' };
  return { path: filled + query, init: { method, headers, body: JSON.stringify(given.body) } };
}
