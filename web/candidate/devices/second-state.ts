import { assertNever } from '#protocol/assert-never';
import type { PositionPresence } from '#protocol/live.schema';
import type { CameraState } from '../../ui/camera-states';
import type { DeviceState } from '../../ui/DeviceRow';

/** How the second camera is, in one word: key of `second.state`. */
export type SecondWord =
  'never' | 'live' | 'amber' | 'lost' | 'locked' | 'left' | 'covered' | 'no-picture' | 'battery';

export interface SecondState {
  readonly word: SecondWord;
  readonly picture: CameraState;
  readonly row: DeviceState;
  /** Percent, where the device tells. */
  readonly battery: number | null;
  /** Scanning the code again is what helps. */
  readonly pairAgain: boolean;
}

const LOW_BATTERY = 0.35;

/** A phone that is alive may still show nothing. */
function ofLive({ device }: PositionPresence): Pick<SecondState, 'word' | 'picture' | 'row'> {
  switch (device?.camera) {
    case 'covered':
      return { word: 'covered', picture: 'covered', row: 'warn' };
    case 'muted':
      return { word: 'locked', picture: 'away', row: 'warn' };
    case 'off':
    case 'ended':
    case 'denied':
      return { word: 'no-picture', picture: 'off', row: 'warn' };
    default: {
      const battery = device?.battery ?? null;
      const low = battery !== null && battery < LOW_BATTERY;
      return { word: low ? 'battery' : 'live', picture: 'live', row: low ? 'warn' : 'fine' };
    }
  }
}

/** 2.1.7: amber after 5 s without a sign of life, lost after 15 s; locked where the phone said so. */
export function secondStateOf(presence: PositionPresence | null): SecondState {
  const known = presence ?? { state: 'never', lastSeenAt: null, device: null };
  const share = known.device?.battery ?? null;
  const battery = share === null ? null : Math.round(share * 100);
  const as = (word: SecondWord, picture: CameraState, row: DeviceState, pairAgain: boolean): SecondState => ({
    word,
    picture,
    row,
    battery,
    pairAgain,
  });
  switch (known.state) {
    case 'never':
      return as('never', 'off', 'warn', true);
    case 'live':
      return { ...ofLive(known), battery, pairAgain: false };
    case 'amber':
      return as('amber', 'reconnecting', 'warn', false);
    case 'lost':
      return as('lost', 'lost', 'failed', true);
    // What was locked may have run out of battery since: unlocking helps, and so does another phone.
    case 'locked':
      return as('locked', 'away', 'warn', true);
    case 'left':
      return as('left', 'off', 'failed', true);
    default:
      return assertNever(known.state);
  }
}
