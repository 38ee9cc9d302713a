import type { CameraOwnerState } from '../../media/camera-state';
import type { CameraState } from '../../ui/camera-states';

/** What the frame of one's own camera shows. */
export function pictureOf({ status, camera }: CameraOwnerState): CameraState {
  if (status === 'asking') return 'connecting';
  switch (camera) {
    case 'live':
      return 'live';
    case 'covered':
      return 'covered';
    case 'muted':
      return 'away';
    case 'ended':
      return 'lost';
    default:
      return 'off';
  }
}
