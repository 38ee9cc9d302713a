import type { DeviceState } from '#protocol/live.schema';
import type { Media } from '../../media/MediaProvider';

/** The part of a sign of life that the devices know. */
export type DevicesState = Omit<DeviceState, 'visible' | 'rttMs'>;

interface BatteryLike {
  readonly level: number;
}

interface WithBattery {
  readonly getBattery?: () => Promise<BatteryLike>;
}

/** Null where the browser does not tell; the returned reading stays current. */
export async function batteryOf(browser: object): Promise<BatteryLike | null> {
  try {
    return (await (browser as WithBattery).getBattery?.()) ?? null;
  } catch {
    return null;
  }
}

/** `muted`: the candidate closed his microphone himself. */
export function devicesState(
  { camera, bell }: Media,
  battery: BatteryLike | null,
  muted = false,
): DevicesState {
  const state = camera.state();
  return {
    camera: state.camera,
    microphone: muted && state.microphone === 'live' ? 'off' : state.microphone,
    bell: bell.armed(),
    battery: battery ? Math.min(1, Math.max(0, battery.level)) : null,
  };
}
