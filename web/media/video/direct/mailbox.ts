import type { Mail, Peer } from '#protocol/live.schema';
import type { Envelope } from './letters';

/** Carries signalling between peers: at least once, kept by the server until acknowledged. */
export interface Mailbox {
  /** Resolves when the server keeps it; rejects when it may not. */
  readonly send: (to: string, body: Envelope) => Promise<void>;
  readonly onMail: (listener: (mail: Mail) => void) => () => void;
  readonly ack: (id: string) => void;
  /** Asks for everything not acknowledged: something seems to be missing. */
  readonly pull: () => void;
}

/** Who is on the stage, as the server says; tells again whenever it changes. */
export interface Roster {
  readonly onPeers: (listener: (peers: readonly Peer[]) => void) => () => void;
}
