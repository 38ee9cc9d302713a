import type { DataSource } from 'typeorm';
import { HeldPosition } from '#models/held-position';
import type { Device } from './records';

/** `positions.last_seen_at` is this coarse: enough to tell a living holder from a dead one at a takeover. */
const TOUCH_EVERY_MS = 15_000;
const REMEMBERED = 20_000;

interface Touched {
  readonly epoch: number;
  readonly at: number;
}
export type Holding = { readonly holds: true } | { readonly holds: false; readonly since: number | null };

/** Asks MariaDB now and then whether a device still holds its position, and leaves its sign of life there. */
export function createHeldEpochs(dataSource: DataSource) {
  const touched = new Map<string, Touched>();
  const positions = dataSource.getRepository(HeldPosition);

  const check = async (device: Device, epoch: number, now: number): Promise<Holding> => {
    const key = `${device.sittingId}.${device.position}`;
    const last = touched.get(key);
    if (last?.epoch === epoch && now - last.at < TOUCH_EVERY_MS) return { holds: true };
    const { sittingId, position } = device;
    const { affected } = await positions.update({ sittingId, position, epoch }, { lastSeenAt: now });
    if (affected) {
      if (touched.size > REMEMBERED) touched.clear();
      touched.set(key, { epoch, at: now });
      return { holds: true };
    }
    const row = await positions.findOneBy({ sittingId, position });
    return row?.epoch === epoch ? { holds: true } : { holds: false, since: row?.claimedAt ?? null };
  };

  /** Somebody took the position: the next report is asked again. */
  const forget = (sittingId: string, position: 1 | 2) => touched.delete(`${sittingId}.${position}`);

  return { check, forget };
}
export type HeldEpochs = ReturnType<typeof createHeldEpochs>;
