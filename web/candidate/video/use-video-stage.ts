import type { LiveStore } from '../../live/live-store';
import { idleStage, type StageState } from '../../media/video/port';
import type { StageWish } from './stage-of';

interface VideoStageParts {
  readonly wish: StageWish | null;
  readonly live: LiveStore;
  readonly peerId: string;
  readonly position: 1 | 2;
}

export function useVideoStage(_parts: VideoStageParts): StageState {
  return idleStage;
}
