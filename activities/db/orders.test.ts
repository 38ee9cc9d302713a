import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import type { NumberedOrder } from '#protocol/orders.schema';
import { buildRoom, buildSitting } from '#models/test/factories';
import { pullOrders } from '../pull-orders';
import { recordOrders } from '../record-orders';
import { buildRoomView } from '../test/views';
import { createTestDeps } from './test/deps';

describe('orders of a room', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  beforeAll(async () => {
    hall = await createTestDeps();
  });
  afterAll(() => hall.database.drop());

  const pause = (roomId: string, seq: number, to: string | null = null): NumberedOrder => ({
    ...{ roomId, seq, to, by: 'staff:x', effectiveAt: 1_795_500_000_000 + seq },
    order: { kind: 'pause', reason: '断电' },
  });
  const record = (roomId: string, orders: readonly NumberedOrder[], revision = orders.at(-1)?.seq ?? 0) =>
    recordOrders(hall.deps)({ roomId, orders, room: buildRoomView(roomId, revision) });
  const pull = (roomId: string, sittingId: string, after: number) =>
    pullOrders(hall.deps)({ roomId, sittingId, after });
  const seqs = (roomId: string) => hall.source.getRepository(RoomOrderRow).countBy({ roomId });

  test('are pulled as they were given, in order', async () => {
    const { roomId, id } = await buildSitting(hall.source);
    await record(roomId, [pause(roomId, 1), pause(roomId, 2)]);
    expect(await pull(roomId, id, 0)).toEqual({ upTo: 2, orders: [pause(roomId, 1), pause(roomId, 2)] });
    expect(await pull(roomId, id, 1)).toEqual({ upTo: 2, orders: [pause(roomId, 2)] });
    expect(await pull(roomId, id, 2)).toEqual({ upTo: 2, orders: [] });
  });

  test('to one sitting are hidden from the others, who learn the number all the same', async () => {
    const { roomId, id } = await buildSitting(hall.source);
    await record(roomId, [pause(roomId, 1, id), pause(roomId, 2)]);
    const another = '01JD00000000000000000000ZZ';
    expect(await pull(roomId, id, 0)).toMatchObject({ upTo: 2, orders: [{ seq: 1 }, { seq: 2 }] });
    expect(await pull(roomId, another, 0)).toMatchObject({ upTo: 2, orders: [{ seq: 2 }] });
  });

  test('of a room that never gave one are none', async () => {
    const { roomId, id } = await buildSitting(hall.source);
    expect(await pull(roomId, id, 0)).toEqual({ upTo: 0, orders: [] });
  });

  test('are recorded once, however often and at once they come', async () => {
    const { id } = await buildRoom(hall.source);
    const orders = [pause(id, 1), pause(id, 2)];
    await Promise.all(Array.from({ length: 10 }, () => record(id, orders)));
    await record(id, [pause(id, 2), pause(id, 3)]);
    expect(await seqs(id)).toBe(3);
  });

  test('leave no gap', async () => {
    const { id } = await buildRoom(hall.source);
    await expect(record(id, [pause(id, 2)])).rejects.toMatchObject({
      type: 'RECORD_GAP',
      nonRetryable: true,
    });
    expect(await seqs(id)).toBe(0);
  });

  test('move the room forward, never back, and tell who looks', async () => {
    const { id } = await buildRoom(hall.source);
    await record(id, [pause(id, 1)], 4);
    await record(id, [], 3);
    const room = await hall.source.getRepository(Room).findOneByOrFail({ id });
    expect(room).toMatchObject({ revision: 4, lastSeq: 4, view: buildRoomView(id, 4) });
    const message = { kind: 'room', roomId: id, revision: 4 };
    expect(hall.published).toContainEqual({ channel: `room:${id}`, message });
  });
});
