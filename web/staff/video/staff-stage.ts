import type { StaffRole } from '#protocol/policies';
import type { No } from '../../api/result';
import type { VideoStage } from '../../media/video/port';
import type { CameraState } from '../../ui/camera-states';

/** Somebody else on the stage, as the console shows him. */
export interface SeenPeer {
  readonly peerId: string;
  readonly role: 'candidate' | StaffRole;
  readonly name: string;
  readonly position: 1 | 2 | null;
  readonly stream: MediaStream | null;
  readonly state: CameraState;
  readonly speaking: boolean;
  /** Beyond the live watchers: pictures come one by one. */
  readonly stills: boolean;
}

/** The video stage that a console is on, whatever provider carries it. */
export interface StaffStage {
  readonly peers: readonly SeenPeer[];
  readonly own: MediaStream | null;
  /** Camera and microphone of this console cannot be opened, or an inspector has none. */
  readonly ownTrouble: 'no-camera' | 'only-looking' | null;
  /** Why the stage could not be joined. */
  readonly refused: No | null;
  readonly microphone: boolean;
  readonly toggleMicrophone: () => void;
  /** Talks through the candidate's phone too, which otherwise neither sends nor plays sound. */
  readonly toSecond: boolean;
  readonly toggleSecond: () => void;
  /** Server's clock. */
  readonly joinedAt: number | null;
  /** A provider that brings its own frame in place of pictures. */
  readonly frame: VideoStage | null;
}

export const candidatePeer = (peers: readonly SeenPeer[], position: 1 | 2): SeenPeer | null =>
  peers.find((peer) => peer.role === 'candidate' && peer.position === position) ?? null;

export interface Colleague extends SeenPeer {
  readonly role: StaffRole;
}

const isColleague = (peer: SeenPeer): peer is Colleague =>
  peer.role !== 'candidate' && peer.role !== 'inspector';

/** Who else of the staff is seen and heard. */
export const colleagues = (stage: StaffStage): Colleague[] => stage.peers.filter(isColleague);
