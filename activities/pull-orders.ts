import { RoomOrderRow } from '#models/room-order';
import type { SittingPorts } from '#workflows/activities';
import type { Deps } from './deps';
import { outagesAtDeadline } from './outages-at-deadline';

/** Reads the last number first: an order that is recorded in between belongs to the next pull. */
export const pullOrders =
  ({ database, clock }: Deps): SittingPorts['pullOrders'] =>
  async ({ roomId, sittingId, after, isDue }) => {
    const source = await database();
    // Before the orders: an outage that is booked in between is among them.
    const outages = isDue ? await outagesAtDeadline(source, sittingId, clock()) : undefined;
    const rows = source.getRepository(RoomOrderRow);
    const upTo = (await rows.maximum('seq', { roomId })) ?? 0;
    const found = await rows
      .createQueryBuilder('room_order')
      .where('room_id = :roomId AND seq > :after AND seq <= :upTo', { roomId, after, upTo })
      .andWhere('(to_sitting IS NULL OR to_sitting = :sittingId)', { sittingId })
      .orderBy('seq')
      .getMany();
    const orders = found.map(({ seq, toSitting, effectiveAt, byWhom, body }) => ({
      ...{ roomId, seq, effectiveAt },
      to: toSitting,
      by: byWhom,
      order: body,
    }));
    return { upTo, orders, ...(outages && { outages }) };
  };
