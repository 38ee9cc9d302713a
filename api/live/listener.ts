import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';
import type { EventStream } from './event-stream';

interface Listening {
  readonly stream: EventStream;
  readonly sessionToken: string | null;
  /** Peers of each stage as last told, as text. */
  readonly toldPeers: Map<string, string>;
  /** Letters that went down this stream and are not acknowledged yet. */
  readonly sentMail: Set<string>;
}

/** An open stream of a candidate's device, with what it was told last. */
export interface CandidateListener extends Listening {
  readonly kind: 'candidate';
  readonly who: CandidatePrincipal;
  readonly examId: string;
  readonly roomId: string;
  toldRevision: number;
  toldAround: string;
}

/** An open stream of a member of staff; `roomId` null where no room is looked into. */
export interface StaffListener extends Listening {
  readonly kind: 'staff';
  readonly who: StaffPrincipal;
  readonly examId: string | null;
  readonly roomId: string | null;
  toldWhole: boolean;
  toldRoom: string;
  /** Of the room's video, as text; empty: nothing yet. */
  toldVideo: string;
}

export type Listener = CandidateListener | StaffListener;
