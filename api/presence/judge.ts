import type { DeviceState, PositionPresence, Presence } from '#protocol/live.schema';
import { PRESENCE } from '#protocol/presence';

/** The last report of one device. */
export interface PresenceRecord {
  readonly epoch: number;
  readonly at: number;
  readonly left: boolean;
  readonly device: DeviceState;
}

/**
 * What is known of a device at `now`. Whoever said that its page is hidden before it fell silent is locked or in
 * a call, not lost.
 */
export function stateOf(record: PresenceRecord | null, now: number): PositionPresence['state'] {
  if (!record) return 'never';
  if (record.left) return 'left';
  const silentMs = now - record.at;
  if (silentMs < PRESENCE.amberAfterMs) return 'live';
  if (!record.device.visible) return 'locked';
  return silentMs < PRESENCE.lostAfterMs ? 'amber' : 'lost';
}

export const positionPresence = (record: PresenceRecord | null, now: number): PositionPresence => ({
  state: stateOf(record, now),
  lastSeenAt: record?.at ?? null,
  device: record?.device ?? null,
});

export type DeviceRecords = Readonly<Partial<Record<1 | 2, PresenceRecord>>>;

export const presenceOf = (records: DeviceRecords | undefined, now: number): Presence => ({
  1: positionPresence(records?.[1] ?? null, now),
  2: positionPresence(records?.[2] ?? null, now),
});

/** What of a report is worth telling others: a beat that changes none of it stays silent. */
export const signatureOf = ({ state, device }: PositionPresence): string =>
  device
    ? [state, device.camera, device.microphone, device.bell, device.visible, tenths(device.battery)].join()
    : state;

const tenths = (battery: number | null) => (battery === null ? '' : Math.round(battery * 10));
