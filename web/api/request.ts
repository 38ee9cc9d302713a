import type { Endpoint } from '#contract/endpoint';

type Values = Readonly<Record<string, unknown>>;

function given(values: unknown): Values {
  return typeof values === 'object' && values !== null ? { ...values } : {};
}

/** Fills `:params` into the path and appends what is given of the query. */
export function addressOf(endpoint: Endpoint, params: unknown, query: unknown): string {
  const known = given(params);
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(known[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given(query))) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

/** Cookies are same-origin; a JSON or picture type keeps foreign forms out without a token. */
export function requestOf(endpoint: Endpoint, body: unknown): RequestInit {
  const base: RequestInit = { method: endpoint.method, credentials: 'same-origin', cache: 'no-store' };
  if (endpoint.method === 'GET') return base;
  if (body instanceof Blob) {
    return { ...base, headers: { 'content-type': body.type || 'application/octet-stream' }, body };
  }
  return { ...base, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
}
