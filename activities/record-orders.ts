import type { EntityManager } from 'typeorm';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { roomChannel } from '#protocol/channels';
import type { NumberedOrder } from '#protocol/orders.schema';
import type { RoomPorts } from '#workflows/activities';
import type { Deps } from './deps';
import { failure } from './failures';

type Batch = Parameters<RoomPorts['recordOrders']>[0];

export const orderRow = ({ roomId, seq, to, effectiveAt, by, order }: NumberedOrder) => ({
  ...{ roomId, seq, effectiveAt },
  toSitting: to,
  kind: order.kind,
  byWhom: by,
  body: order,
});

/** Orders that are not recorded yet. @throws ApplicationFailure RECORD_GAP */
const freshOf = (orders: readonly NumberedOrder[], last: number) => {
  const fresh = orders.filter(({ seq }) => seq > last);
  fresh.forEach(({ roomId, seq }, index) => {
    if (seq !== last + 1 + index) throw failure('RECORD_GAP', { roomId, last: last + index, seq });
  });
  return fresh;
};

const writeBatch = async (manager: EntityManager, { roomId, orders, room }: Batch) => {
  const known = await manager.findOne(Room, {
    select: { id: true },
    where: { id: roomId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!known) throw failure('NOT_ON_ROSTER', { roomId });
  const last = (await manager.maximum(RoomOrderRow, 'seq', { roomId })) ?? 0;
  const fresh = freshOf(orders, last);
  if (fresh.length > 0) await manager.insert(RoomOrderRow, fresh.map(orderRow));
  await manager
    .createQueryBuilder()
    .update(Room)
    .set({ view: room, revision: room.revision, lastSeq: room.lastSeq })
    .where('id = :roomId AND revision < :revision', { roomId, revision: room.revision })
    .execute();
};

/** Rows of new orders and the room's projection in one transaction: a sitting that pulls sees them without a gap. */
export const recordOrders =
  ({ database, publish }: Deps): RoomPorts['recordOrders'] =>
  async (batch) => {
    const source = await database();
    await source.transaction('READ COMMITTED', (manager) => writeBatch(manager, batch));
    publish(roomChannel(batch.roomId), { kind: 'room', roomId: batch.roomId, revision: batch.room.revision });
  };
