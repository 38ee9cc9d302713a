import type { MeasuredOutage } from '#protocol/live.schema';
import { PRESENCE } from '#protocol/presence';
import type { Judgement } from '../presence/hold';
import type { PresenceRecord } from '../presence/judge';
import type { Device } from '../presence/records';

/** Silence of one device between two signs of life, as it is measured. */
export interface Silence {
  readonly device: Device;
  /** The last sign of life before it: its name among the silences of a device. */
  readonly lastSeenAt: number;
  readonly began: MeasuredOutage['began'];
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
}

/** What a page says of its own silence: it knows better than missing reports do, within bounds. */
export interface Said {
  readonly from: number;
  readonly to: number;
}

/** How much later than its last sign of life a page may say that its connection broke, */
const SAID_LATER_MS = PRESENCE.beatMs + 1_500;
/** and how long before it was heard that it spoke. */
const ON_THE_WAY_MS = 5_000;

const between = (least: number, at: number, most: number): number => Math.min(Math.max(least, at), most);

const beganAs = ({ left, device }: PresenceRecord): Silence['began'] => {
  if (left) return 'left';
  return device.visible ? 'lost' : 'locked';
};

export const lastingSilence = (device: Device, record: PresenceRecord): Silence => ({
  ...{ device, lastSeenAt: record.at, began: beganAs(record), from: record.at, to: null },
});

/**
 * Whether a device has been silent for so long that it counts. Where we were away it had to be silent before, or still
 * be after the time that everybody gets to come back: what happens meanwhile is never a candidate's own loss.
 */
export const isSilence = (lastSeenAt: number, { now, lull }: Pick<Judgement, 'now' | 'lull'>): boolean => {
  const before = lull ? lull.from - lastSeenAt : 0;
  const after = now - Math.max(lastSeenAt, lull?.until ?? 0);
  return Math.max(before, after) >= PRESENCE.lostAfterMs;
};

/** The silence that a report ends, or null where it was none: too short, or only while we ourselves were away. */
export const endedSilence = (
  device: Device,
  before: PresenceRecord,
  judgement: Pick<Judgement, 'now' | 'lull'>,
  said: Said | null,
): Silence | null => {
  if (!isSilence(before.at, judgement)) return null;
  const { now } = judgement;
  const from = between(before.at, said?.from ?? before.at, before.at + SAID_LATER_MS);
  const to = between(now - ON_THE_WAY_MS, said?.to ?? now, now);
  return { ...lastingSilence(device, before), from, to };
};
