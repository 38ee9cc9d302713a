import type { Peer } from '#protocol/live.schema';
import type { JoinLog, Publishing, SoundPolicy, StageSource } from '../port';
import type { StageStore } from '../stage-store';
import type { Mailbox, Roster } from './mailbox';

export interface DirectParts {
  readonly me: Peer;
  readonly peers: readonly Peer[];
  readonly mailbox: Mailbox;
  readonly roster: Roster;
  readonly source: StageSource;
  readonly soundPolicy: SoundPolicy;
  readonly publishing: Publishing;
  readonly connect: () => RTCPeerConnection;
  readonly store: StageStore;
  readonly log: JoinLog;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** The server's list no longer has this page: ask to join again. */
  readonly onUnseated: () => void;
}
