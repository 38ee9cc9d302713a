import { IsNull } from 'typeorm';
import { ulid } from 'ulid';
import { MeasuredOutageRow } from '#models/measured-outage';
import { startHeartbeats } from '#models/heartbeats';
import { OurOutage } from '#models/our-outage';
import { ProcessHeartbeat } from '#models/process-heartbeat';
import { buildSitting } from '#models/test/factories';
import { pullOrders } from '../pull-orders';
import { forgetHeartbeats, TIDY } from '../tidy/tidy';
import { GAP_MS } from '../witness/gaps';
import { isOursUnbooked, noticeOutages } from '../witness/notice';
import { createTestDeps, logger } from './test/deps';

const T = 1_795_500_000_000;
const second = (n: number) => T + n * 1_000;

describe('the witness of our heartbeats', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  beforeAll(async () => {
    hall = await createTestDeps();
  });
  beforeEach(async () => {
    for (const entity of [ProcessHeartbeat, OurOutage, MeasuredOutageRow])
      await hall.source.getRepository(entity).clear();
  });
  afterAll(() => hall.database.drop());

  /** Beats every five seconds of `[from, to]`, in seconds. */
  const beats = (role: 'api' | 'worker' | 'vision', from: number, to: number, source = ulid()) =>
    hall.source.getRepository(ProcessHeartbeat).insert(
      Array.from({ length: Math.floor((to - from) / 5) + 1 }, (_, n) => ({
        source: `${role}:${source}`,
        at: second(from + n * 5),
      })),
    );
  const notice = (now: number, since = 0) => noticeOutages(hall.source, second(since), second(now));
  const found = async () => {
    const rows = await hall.source.getRepository(OurOutage).find({ order: { fromAt: 'ASC' } });
    return rows.map(({ fromAt, toAt }) => [(fromAt - T) / 1_000, (toAt - T) / 1_000]);
  };
  const book = () => hall.source.getRepository(OurOutage).update({ bookedAt: IsNull() }, { bookedAt: T });
  const unbooked = (now: number) => isOursUnbooked(hall.source, second(now));

  it('finds nothing while one of each role beats, whoever else dies or starts', async () => {
    await beats('api', 0, 30);
    await beats('api', 20, 300);
    await beats('worker', 0, 300);
    await beats('vision', 0, 20);
    await notice(300);
    expect(await found()).toEqual([]);
    expect(await unbooked(300)).toBe(false);
  });

  it('finds the gap between the last beat and the first one after it, of either role', async () => {
    await beats('api', 0, 100);
    await beats('api', 123, 300);
    await beats('worker', 0, 200);
    await beats('worker', 240, 300);
    await notice(300);
    expect(await found()).toEqual([
      [100, 123],
      [200, 240],
    ]);
  });

  it('forgives a slow beat', async () => {
    await beats('worker', 0, 300);
    await beats('api', 0, 100);
    await beats('api', 100 + GAP_MS / 1_000, 300);
    await notice(300);
    expect(await found()).toEqual([]);
  });

  it('counts once what both roles were away, and what was found before', async () => {
    await beats('api', 0, 100);
    await beats('worker', 0, 105);
    await beats('worker', 140, 300);
    await notice(145);
    expect(await found()).toEqual([[105, 140]]);
    await beats('api', 150, 300);
    await notice(155);
    await notice(155);
    expect(await found()).toEqual([
      [100, 105],
      [105, 140],
      [140, 150],
    ]);
  });

  it('writes one row, however many workers look at the same time', async () => {
    await beats('api', 0, 100);
    await beats('api', 130, 200);
    await beats('worker', 0, 200);
    await Promise.all(Array.from({ length: 8 }, () => notice(200)));
    expect(await found()).toEqual([[100, 130]]);
  });

  it('finds a gap longer than it looks back', async () => {
    await beats('api', 0, 10);
    await beats('api', 7_200, 7_300);
    await beats('worker', 0, 7_300);
    await notice(7_210, 7_150);
    expect(await found()).toEqual([[10, 7_200]]);
  });

  it('knows that nothing may be collected while it lasts, and until every room has it', async () => {
    await beats('worker', 0, 300);
    await beats('api', 0, 100);
    expect(await unbooked(108)).toBe(false);
    expect(await unbooked(113)).toBe(true);
    await beats('api', 160, 300);
    expect(await unbooked(162)).toBe(true);
    await notice(165);
    expect(await unbooked(165)).toBe(true);
    await book();
    expect(await unbooked(165)).toBe(false);
  });

  it('holds up nobody where heartbeats were never written', async () => {
    expect(await unbooked(100)).toBe(false);
    await notice(100);
    expect(await found()).toEqual([]);
  });

  it('is asked before a deadline only, together with the silence of the candidate', async () => {
    const { id: sittingId, roomId } = await buildSitting(hall.source);
    const silence = {
      position: 1,
      lastSeenAt: second(0),
      began: 'lost',
      fromAt: second(1),
      toAt: null,
    } as const;
    const id = ulid();
    await hall.source.getRepository(MeasuredOutageRow).insert({ id, sittingId, roomId, ...silence });
    const pull = pullOrders({ ...hall.deps, clock: () => second(10) });
    const query = { roomId, sittingId, after: 0 };
    expect(await pull(query)).toEqual({ upTo: 0, orders: [] });
    expect((await pull({ ...query, isDue: true })).outages).toEqual({
      isOursUnbooked: false,
      measured: [{ id, position: 1, began: 'lost', from: second(1), to: null }],
    });
  });

  it('gives up heartbeats after a fortnight and outages that are booked after half a year', async () => {
    await beats('api', 0, 0);
    const outage = (id: string, fromAt: number, bookedAt: number | null) => ({
      ...{ id, fromAt, toAt: fromAt + 1, noticedAt: T, bookedAt },
    });
    await hall.source.getRepository(OurOutage).insert([outage(ulid(), T, T), outage(ulid(), T + 5, null)]);
    const forget = (at: number) =>
      forgetHeartbeats({ database: async () => hall.source, storage: hall.deps.storage, clock: () => at });
    expect(await forget(T + TIDY.heartbeatsMs)).toBe(0);
    expect(await forget(T + TIDY.heartbeatsMs + 1)).toBe(1);
    expect(await forget(T + TIDY.outagesMs + 5_000)).toBe(1);
    expect(await found()).toHaveLength(1);
  });
});

describe('a heartbeat', () => {
  it('is written at once, only while the process is well, and a last time when it stops', async () => {
    const hall = await createTestDeps();
    const wellness = { isWell: false };
    const start = () =>
      startHeartbeats({
        ...{ database: async () => hall.source, role: 'api', clock: () => Date.now(), logger },
        isWell: async () => {
          if (!wellness.isWell) throw new Error('Temporal is away');
        },
      });
    const count = () => hall.source.getRepository(ProcessHeartbeat).count();
    await start().stop();
    expect(await count()).toBe(0);
    wellness.isWell = true;
    const beating = start();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await beating.stop();
    expect(await count()).toBe(2);
    await hall.database.drop();
  });
});
