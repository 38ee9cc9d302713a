import type { PeerState } from '../port';

/** What is known of one link at a moment. */
export interface LinkFacts {
  readonly connection: RTCPeerConnectionState;
  /** The peer says that he sends something. */
  readonly expecting: boolean;
  /** Since the link was made, ms. */
  readonly ageMs: number;
  /** Since anything expected arrived, or since the link was made, ms. */
  readonly silentMs: number;
  /** Share of packets lost in the last look, 0 to 1. */
  readonly loss: number;
  readonly everConnected: boolean;
}

/** As for presence: amber after 5 s, lost after 15. */
export const WEAK_AFTER_MS = 5_000;
export const LOST_AFTER_MS = 15_000;
const MUCH_LOSS = 0.08;

export function peerState(facts: LinkFacts): PeerState {
  const { connection, silentMs, ageMs } = facts;
  if (!facts.everConnected) return ageMs >= LOST_AFTER_MS ? 'lost' : 'connecting';
  const connected = connection === 'connected';
  if (connected && !facts.expecting) return 'live';
  if (silentMs >= LOST_AFTER_MS) return 'lost';
  if (!connected || silentMs >= WEAK_AFTER_MS || facts.loss > MUCH_LOSS) return 'weak';
  return 'live';
}

export type Remedy = 'none' | 'restart-ice' | 'rebuild';

export interface Ailment {
  readonly connection: RTCPeerConnectionState;
  /** Not connected for so long, ms. */
  readonly downMs: number;
  /** Since the last restart of this link; null if there was none. */
  readonly sinceRestartMs: number | null;
  /** Waiting for an answer to an offer for so long, ms. */
  readonly unansweredMs: number;
}

const RESTART_AFTER_MS = 4_000;
const REBUILD_AFTER_MS = 20_000;
const BETWEEN_RESTARTS_MS = 8_000;

/** First new ways are looked for; a link that stays down is made anew. */
export function remedyFor({ connection, downMs, sinceRestartMs, unansweredMs }: Ailment): Remedy {
  if (downMs >= REBUILD_AFTER_MS || unansweredMs >= REBUILD_AFTER_MS) return 'rebuild';
  if (connection === 'closed') return 'rebuild';
  const broken = connection === 'failed' || (connection === 'disconnected' && downMs >= RESTART_AFTER_MS);
  const recently = sinceRestartMs !== null && sinceRestartMs < BETWEEN_RESTARTS_MS;
  return broken && !recently ? 'restart-ice' : 'none';
}
