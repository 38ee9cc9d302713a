import type { DataSource, EntityManager } from 'typeorm';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import type { NumberedOrder } from '#protocol/orders.schema';
import type { RoomPorts } from '#workflows/activities';
import { orderRow } from '../record-orders';
import { same } from './same';

export type Batch = Parameters<RoomPorts['recordOrders']>[0];

const rebuildOrder = async (manager: EntityManager, order: NumberedOrder) => {
  const { roomId, seq } = order;
  const row = await manager.findOneBy(RoomOrderRow, { roomId, seq });
  const wanted = orderRow(order);
  if (row && same(row, wanted)) return false;
  await manager.upsert(RoomOrderRow, wanted, ['roomId', 'seq']);
  return true;
};

const rebuildProjection = async (manager: EntityManager, row: Room, batches: readonly Batch[]) => {
  const newest = batches.toSorted((a, b) => a.room.revision - b.room.revision).at(-1)?.room;
  if (!newest || newest.revision < row.revision) return false;
  const { revision, lastSeq } = newest;
  const isSame = row.revision === revision && row.lastSeq === lastSeq && row.view && same(row.view, newest);
  if (isSame) return false;
  await manager.update(Room, { id: row.id }, { view: newest, revision, lastSeq });
  return true;
};

/** Orders and projection of one room as its history has them. @returns a line for each thing that was put right */
export const rebuildRoom = (
  source: DataSource,
  roomId: string,
  batches: readonly Batch[],
): Promise<readonly string[]> =>
  source.transaction('READ COMMITTED', async (manager) => {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await manager.findOneOrFail(Room, { where: { id: roomId }, lock });
    const lines: string[] = [];
    for (const order of batches.flatMap((batch) => batch.orders)) {
      if (await rebuildOrder(manager, order)) lines.push(`order ${order.seq}`);
    }
    if (await rebuildProjection(manager, row, batches)) lines.push('projection');
    return lines;
  });
