import { MockActivityEnvironment } from '@temporalio/testing';
import { OrderDelivery } from '#models/order-delivery';
import type { Room } from '#models/room';
import { buildRoom, buildSitting } from '#models/test/factories';
import { ringDoorbells } from '../ring-doorbells';
import { createTestDeps } from './test/deps';
import { connectTemporal } from './test/temporal';

describe('ringing the doorbells of a room', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let temporal: Awaited<ReturnType<typeof connectTemporal>>;
  let room: Room;
  let sittingIds: string[];
  beforeAll(async () => {
    temporal = await connectTemporal();
    hall = await createTestDeps({ client: temporal.client });
    room = await buildRoom(hall.source);
    for (let i = 0; i < 70; i += 1) await buildSitting(hall.source, { room });
    const rows: { id: string }[] = await hall.source.query('SELECT id FROM sittings ORDER BY id');
    sittingIds = rows.map(({ id }) => id);
    for (const index of [0, 1, 40, 69]) await temporal.startSitting(sittingIds[index] ?? '');
  });
  afterAll(async () => {
    await temporal.close();
    await hall.database.drop();
  });

  const ring = (upTo: number, to: string | null = null, heartbeatDetails?: unknown) => {
    const activity = new MockActivityEnvironment({ heartbeatDetails });
    const beats: unknown[] = [];
    activity.on('heartbeat', (details) => beats.push(details));
    const rung = activity.run(ringDoorbells(hall.deps), { roomId: room.id, upTo, to });
    return { rung, beats, activity };
  };
  const deliveries = (seq: number, outcome: OrderDelivery['outcome']) =>
    hall.source.getRepository(OrderDelivery).countBy({ roomId: room.id, seq, outcome });

  test('reaches everybody on the roster, and writes down who is absent', async () => {
    expect(await ring(1).rung).toEqual({ rung: 4, absent: 66 });
    expect(await temporal.signalsTo(sittingIds[40] ?? '')).toEqual([{ roomId: room.id, upTo: 1 }]);
    expect(await deliveries(1, 'rung')).toBe(4);
    expect(await deliveries(1, 'absent')).toBe(66);
  });

  test('reaches only the one it is for', async () => {
    const [first = '', second = '', third = ''] = sittingIds;
    expect(await ring(2, second).rung).toEqual({ rung: 1, absent: 0 });
    expect(await ring(2, third).rung).toEqual({ rung: 0, absent: 1 });
    expect(await temporal.signalsTo(first)).not.toContainEqual({ roomId: room.id, upTo: 2 });
    expect(await temporal.signalsTo(second)).toContainEqual({ roomId: room.id, upTo: 2 });
  });

  test('says how far it came, and goes on there when it is tried again', async () => {
    const { rung, beats } = ring(3);
    await rung;
    expect(beats).toMatchObject([
      { rung: 2, absent: 30 },
      { rung: 3, absent: 61 },
      { rung: 4, absent: 66 },
    ]);
    const again = ring(4, null, beats[1]);
    expect(await again.rung).toEqual({ rung: 4, absent: 66 });
    expect(await temporal.signalsTo(sittingIds[0] ?? '')).not.toContainEqual({ roomId: room.id, upTo: 4 });
    expect(await temporal.signalsTo(sittingIds[69] ?? '')).toContainEqual({ roomId: room.id, upTo: 4 });
  });

  test('stops when it is cancelled', async () => {
    const { rung, activity } = ring(5);
    activity.cancel();
    await expect(rung).rejects.toThrow();
    expect(await deliveries(5, 'rung')).toBeLessThan(4);
  });
});
