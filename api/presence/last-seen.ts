import type { DataSource } from 'typeorm';
import { HeldPosition } from '#models/held-position';
import type { Device } from './records';

/** This coarse in MariaDB: enough to tell a living holder from a dead one at a takeover. */
const TOUCH_EVERY_MS = 10_000;
const REMEMBERED = 20_000;

/** Leaves a device's sign of life in `positions`, where it is found when Redis is away. */
export function createLastSeen(dataSource: DataSource) {
  const touched = new Map<string, number>();
  return async ({ sittingId, position }: Device, epoch: number, now: number): Promise<void> => {
    const key = `${sittingId}.${position}.${epoch}`;
    if (now - (touched.get(key) ?? 0) < TOUCH_EVERY_MS) return;
    if (touched.size > REMEMBERED) touched.clear();
    touched.set(key, now);
    await dataSource
      .getRepository(HeldPosition)
      .update({ sittingId, position, epoch }, { lastSeenAt: now })
      .catch((error: unknown) => {
        touched.delete(key);
        throw error;
      });
  };
}
export type LastSeen = ReturnType<typeof createLastSeen>;
