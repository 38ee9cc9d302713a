import type { Endpoint } from '#contract/endpoint';
import type { RefusalCode } from '#protocol/refusals';

/** What any endpoint of its kind may refuse beside what it declares: the frame does this, not the handler. */
export function impliedRefusals(endpoint: Endpoint): readonly RefusalCode[] {
  return [
    'UNAVAILABLE',
    'INTERNAL',
    ...(endpoint.who === 'anyone' ? [] : (['NOT_SIGNED_IN', 'NOT_ALLOWED'] as const)),
    ...(endpoint.params || endpoint.query || endpoint.body ? (['MALFORMED'] as const) : []),
    ...(endpoint.params ? (['NOT_FOUND'] as const) : []),
    ...(endpoint.body ? (['TOO_LARGE'] as const) : []),
    // A request of another site, refused before it reaches anything.
    ...(endpoint.method === 'GET' ? [] : (['NOT_ALLOWED'] as const)),
  ];
}
