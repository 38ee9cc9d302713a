import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { HeldPosition } from '#models/held-position';
import { sittingChannel, type ChannelMessage } from '#protocol/channels';
import { PRESENCE } from '#protocol/presence';
import { AppError } from '../errors';
import type { ReadThrough } from '../read-through';

export interface Held {
  readonly epoch: number;
  readonly deviceId: string;
  readonly claimedAt: number;
}
export interface Claim {
  readonly sittingId: string;
  readonly position: 1 | 2;
  readonly deviceId: string;
  readonly takeOver: boolean;
  /** Last report from this position, of whichever epoch; null where Redis knows none. */
  readonly lastSign: { readonly epoch: number; readonly at: number; readonly left: boolean } | null;
}

const HOUR = 3_600_000;

/**
 * Which device holds a position: decided in MariaDB by its row, read from Redis by every command. The epoch
 * grows with each device, so that an older one is refused.
 */
export function createPositions(
  dataSource: DataSource,
  redis: Redis,
  readThrough: ReadThrough,
  clock: () => number,
) {
  const keyOf = (sittingId: string, position: 1 | 2) => `position:${sittingId}:${position}`;

  const current = (sittingId: string, position: 1 | 2): Promise<Held | null> =>
    readThrough.read<Held>({
      key: keyOf(sittingId, position),
      freshMs: 60_000,
      keepMs: 12 * HOUR,
      load: async () => heldOf(await rowOf(dataSource, sittingId, position)),
    });

  /** @throws AppError SUPERSEDED unless `epoch` is the one that holds the position now. */
  const check = async (sittingId: string, position: 1 | 2, epoch: number): Promise<void> => {
    let held = await current(sittingId, position);
    if (held && held.epoch < epoch) {
      // Redis missed a claim: MariaDB knows better.
      await readThrough.forget(keyOf(sittingId, position));
      held = await current(sittingId, position);
    }
    if (held?.epoch !== epoch) throw new AppError('SUPERSEDED', held ? { since: held.claimedAt } : undefined);
  };

  const claim = async (wanted: Claim): Promise<Held> => {
    const { before, after } = await takeRow(dataSource, wanted, clock());
    const { sittingId, position } = wanted;
    await readThrough.keep(keyOf(sittingId, position), after, 12 * HOUR);
    if (before && before.epoch !== after.epoch) {
      const told: ChannelMessage = { kind: 'superseded', sittingId, position, epoch: after.epoch };
      await redis.publish(sittingChannel(sittingId), JSON.stringify(told)).catch(() => undefined);
    }
    return after;
  };

  return { current, check, claim };
}
export type Positions = ReturnType<typeof createPositions>;

const rowOf = (dataSource: DataSource, sittingId: string, position: 1 | 2) =>
  dataSource.getRepository(HeldPosition).findOneBy({ sittingId, position });

const heldOf = (row: HeldPosition | null): Held | null =>
  row && { epoch: row.epoch, deviceId: row.deviceId, claimedAt: row.claimedAt };

/** Locks the row while it decides, so that of two devices that claim at once one is told about the other. */
async function takeRow(
  dataSource: DataSource,
  { sittingId, position, deviceId, takeOver, lastSign }: Claim,
  now: number,
): Promise<{ before: Held | null; after: Held }> {
  // Outside of the transaction: two that insert and then lock the same row would wait for each other.
  await dataSource
    .getRepository(HeldPosition)
    .createQueryBuilder()
    .insert()
    .values({ sittingId, position, epoch: 0, deviceId, claimedAt: now, lastSeenAt: now })
    .orIgnore()
    .execute();
  return dataSource.transaction(async (manager) => {
    const rows = manager.getRepository(HeldPosition);
    const row = await rows.findOneOrFail({
      where: { sittingId, position },
      lock: { mode: 'pessimistic_write' },
    });
    const before = row.epoch === 0 ? null : heldOf(row);
    if (before && before.deviceId === deviceId) return { before, after: before };
    const lastSeenAt = lastSignOf(row, lastSign);
    // Silent for long enough, or gone by its own word, a device no longer keeps others from its position.
    if (before && !takeOver && now - lastSeenAt < PRESENCE.lostAfterMs)
      throw new AppError('POSITION_TAKEN', { lastSeenAt });
    const after: Held = { epoch: row.epoch + 1, deviceId, claimedAt: now };
    await rows.update({ sittingId, position }, { ...after, lastSeenAt: now });
    return { before, after };
  });
}

function lastSignOf(row: HeldPosition, sign: Claim['lastSign']): number {
  if (sign?.epoch !== row.epoch) return Math.max(row.lastSeenAt, row.claimedAt);
  return sign.left ? 0 : sign.at;
}
