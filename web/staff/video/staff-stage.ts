import type { StaffRole } from '#protocol/policies';
import type { CameraState } from '../../ui/camera-states';

/** Somebody else on the stage, as the console shows him. */
export interface SeenPeer {
  readonly peerId: string;
  readonly role: 'candidate' | StaffRole;
  readonly name: string;
  readonly position: 1 | 2 | null;
  readonly stream: MediaStream | null;
  readonly state: CameraState;
}

/** The video stage that a console is on, whatever provider carries it. */
export interface StaffStage {
  readonly peers: readonly SeenPeer[];
  readonly own: MediaStream | null;
  /** Camera and microphone of this console cannot be opened, or an inspector has none. */
  readonly ownTrouble: 'no-camera' | 'only-looking' | null;
  readonly microphone: boolean;
  readonly toggleMicrophone: () => void;
  readonly joinedAt: number | null;
}

export const candidatePeer = (stage: StaffStage, position: 1 | 2): SeenPeer | null =>
  stage.peers.find((peer) => peer.role === 'candidate' && peer.position === position) ?? null;

export const colleagues = (stage: StaffStage): SeenPeer[] =>
  stage.peers.filter((peer) => peer.role !== 'candidate' && peer.role !== 'inspector');
