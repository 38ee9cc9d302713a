/** How the server is reached from here. `away`: the network is fine, a part of ours is not. */
export interface Network {
  readonly state: 'fine' | 'weak' | 'offline' | 'away';
  /** Since when it is out of reach, by this browser's clock. */
  readonly outSince: number | null;
  /** Round trip of the last sign of life, ms. */
  readonly rttMs: number | null;
}

export type Heard =
  | { readonly kind: 'answer'; readonly rttMs: number }
  | { readonly kind: 'silence' }
  | { readonly kind: 'server-away' };

/** Questions and pictures still work above this, but speech suffers. */
const WEAK_MS = 1_200;

export const atFirst: Network = { state: 'fine', outSince: null, rttMs: null };

export function hear(network: Network, heard: Heard, now: number): Network {
  switch (heard.kind) {
    case 'answer': {
      const state = heard.rttMs > WEAK_MS ? 'weak' : 'fine';
      if (network.state === state && network.rttMs === heard.rttMs) return network;
      return { state, outSince: null, rttMs: heard.rttMs };
    }
    case 'silence':
      return { state: 'offline', outSince: network.outSince ?? now, rttMs: network.rttMs };
    case 'server-away':
      return { state: 'away', outSince: network.outSince ?? now, rttMs: network.rttMs };
  }
}

export const isOut = (network: Network): boolean => network.outSince !== null;
