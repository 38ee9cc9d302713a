import { assertNever } from '#protocol/assert-never';
import type { CandidateView } from '#protocol/views.schema';
import type { CameraOwnerState } from '../../media/camera-state';
import type { IconName } from '../../ui/icon-paths';

/** What position 2 says of itself in large letters: key of `secondPage.says`. */
export type Says = 'starting' | 'no-picture' | 'covered' | 'reconnecting' | 'filming' | 'in-exam' | 'before';

interface Look {
  readonly icon: IconName;
  readonly mood: 'ok' | 'warn' | 'plain';
}

export const saysLooks = {
  starting: { icon: 'camera', mood: 'plain' },
  'no-picture': { icon: 'camera-off', mood: 'warn' },
  covered: { icon: 'moon', mood: 'warn' },
  reconnecting: { icon: 'wifi-off', mood: 'warn' },
  filming: { icon: 'check', mood: 'ok' },
  'in-exam': { icon: 'check', mood: 'ok' },
  before: { icon: 'clock', mood: 'plain' },
} as const satisfies Record<Says, Look>;

/** The picture first, then the network, then where the exam is. */
export function saysOf(view: CandidateView | null, camera: CameraOwnerState, out: boolean): Says {
  if (camera.status === 'asking' || camera.status === 'off') return 'starting';
  switch (camera.camera) {
    case 'covered':
      return 'covered';
    case 'live':
      break;
    case 'muted':
    case 'ended':
    case 'denied':
    case 'off':
    case 'unknown':
      return 'no-picture';
    default:
      return assertNever(camera.camera);
  }
  if (out) return 'reconnecting';
  if (!view) return 'before';
  return view.step?.kind === 'interview' ? 'in-exam' : 'filming';
}
