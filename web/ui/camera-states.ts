import type { IconName } from './icon-paths';

/** What a picture of the hall can be. `away`: the phone is locked or in a call, where that is known. */
export type CameraState =
  'live' | 'connecting' | 'weak' | 'reconnecting' | 'lost' | 'covered' | 'away' | 'off';

interface StateLook {
  readonly icon: IconName;
  readonly mood: 'plain' | 'ok' | 'warn' | 'bad';
  /** The last frame may still be shown, dimmed; else the place is dark. */
  readonly picture: 'shown' | 'dimmed' | 'none';
}

export const cameraLooks = {
  live: { icon: 'wifi', mood: 'ok', picture: 'shown' },
  connecting: { icon: 'wifi', mood: 'plain', picture: 'none' },
  weak: { icon: 'wifi-weak', mood: 'warn', picture: 'shown' },
  reconnecting: { icon: 'wifi-off', mood: 'warn', picture: 'dimmed' },
  lost: { icon: 'wifi-off', mood: 'bad', picture: 'none' },
  covered: { icon: 'moon', mood: 'warn', picture: 'shown' },
  away: { icon: 'phone', mood: 'warn', picture: 'none' },
  off: { icon: 'camera-off', mood: 'plain', picture: 'none' },
} as const satisfies Record<CameraState, StateLook>;
