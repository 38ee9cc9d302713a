import { ulid } from 'ulid';
import type { MeasuredOutage } from '../protocol/live.schema';
import { refusalOf, type RoomDriver, type SittingDriver } from './drivers';
import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';
import { enter } from './history-stories';

const talk = flowOf(['waiting', 'interview']);
/** A clock of three seconds that ends the interview two seconds later. */
const brief = flowOf(['waiting', 'interview'], {
  interview: { minutes: 0.05, closingSeconds: 2, atDeadline: 'end' },
});
const none = { isOursUnbooked: false, measured: [] };

describe('time that an outage took', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterEach(() => {
    hall.store.outages = none;
    hall.store.isDeaf = false;
  });
  afterAll(() => close?.());

  const inside = async (flow = talk): Promise<[RoomDriver, SittingDriver, number]> => {
    const room = await hall.room();
    const sitting = hall.sitting(room, flow);
    await sitting.checkIn();
    const { view } = await enter(room, sitting);
    return [room, sitting, view.clock?.deadlineAt ?? 0];
  };
  const deadlineOf = async (sitting: SittingDriver) => (await sitting.state()).view.clock?.deadlineAt ?? 0;
  const hears = (sitting: SittingDriver, seq: number) =>
    until(
      () => sitting.state(),
      ({ view }) => view.roomSeq >= seq,
    );
  const ours = (from: number, to: number, outageId = ulid()) => ({
    ...{ kind: 'our-outage' as const, outageId, from, to },
  });
  const phase = async (sitting: SittingDriver) => (await sitting.state()).view.step?.phase;

  it('of ours is added to every clock by itself, once, however often it is booked', async () => {
    const [room, sitting, deadline] = await inside();
    const from = await hall.now();
    const order = ours(from, from + 20_000);
    const said = { by: 'system', commandId: `outage:${order.outageId}`, at: from + 25_000 };
    await room.order(order, said);
    await room.order(order, said);
    const again = await room.order(order, { ...said, commandId: ulid() });
    await hears(sitting, again.seq);
    expect(await deadlineOf(sitting)).toBe(deadline + 20_000);
    const { view } = await sitting.state();
    expect(view.clock?.ledger).toMatchObject([{ cause: 'our-outage', from, by: 'system' }]);
  });

  it('counts once where it overlaps with a pause and with what staff give back', async () => {
    const [room, sitting, deadline] = await inside();
    const now = await hall.now();
    const { seq } = await room.order(ours(now, now + 20_000), { by: 'system', at: now + 20_000 });
    await hears(sitting, seq);
    const credit = { kind: 'credit', cause: 'candidate-outage', reason: '断网' } as const;
    await sitting.order({ ...credit, from: now + 10_000, to: now + 30_000 }, { at: now + 40_000 });
    await sitting.order({ kind: 'pause', reason: 'noise' }, { at: now + 25_000 });
    await sitting.order({ kind: 'resume' }, { at: now + 45_000 });
    expect(await deadlineOf(sitting)).toBe(deadline + 45_000);
  });

  it('of the candidate is answered once: the second is told who was first', async () => {
    const [, sitting, deadline] = await inside();
    const now = await hall.now();
    const outages = [ulid()];
    const credit = { kind: 'credit', cause: 'candidate-outage', from: now, outages, reason: '断网' } as const;
    await sitting.order({ ...credit, to: now + 60_000 }, { at: now + 137_000, by: 'staff:chief' });
    expect(await deadlineOf(sitting)).toBe(deadline + 60_000);
    const second = sitting.order({ ...credit, to: now + 137_000 }, { at: now + 140_000 });
    expect(await refusalOf(second)).toMatchObject({
      code: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: now + 137_000 },
    });
    expect(await deadlineOf(sitting)).toBe(deadline + 60_000);
  });

  it('may be answered with nothing, which stays in the ledger', async () => {
    const [, sitting, deadline] = await inside();
    const now = await hall.now();
    const credit = { kind: 'credit', cause: 'candidate-outage', reason: '自行离开' } as const;
    const nothing = { ...credit, from: now, to: now };
    expect(await refusalOf(sitting.order(nothing))).toMatchObject({ code: 'MALFORMED' });
    const outages = [ulid()];
    await sitting.order({ ...nothing, outages }, { at: now + 1 });
    expect(await deadlineOf(sitting)).toBe(deadline);
    expect((await sitting.state()).view.clock?.ledger).toMatchObject([{ outages, answeredAt: now + 1 }]);
  });

  it('of ours holds every deadline until it is booked, and then moves it', async () => {
    hall.store.outages = { isOursUnbooked: true, measured: [] };
    const [room, sitting, deadline] = await inside(brief);
    await until(hall.now, (now) => now > deadline + 3_000);
    expect(await phase(sitting)).toBe('running');
    hall.store.outages = none;
    const order = ours(deadline - 2_000, deadline + 60_000);
    const { seq } = await room.order(order, { by: 'system' });
    await hears(sitting, seq);
    expect(await deadlineOf(sitting)).toBe(deadline + 62_000);
    expect(await phase(sitting)).toBe('running');
  });

  it('of the candidate lengthens the grace until he is back and staff have answered', async () => {
    const [, sitting, deadline] = await inside(brief);
    const outage: MeasuredOutage = {
      ...{ id: ulid(), position: 1, began: 'lost', from: deadline - 2_000, to: null },
    };
    hall.store.outages = { isOursUnbooked: false, measured: [outage] };
    const view = await until(
      () => sitting.state(),
      (state) => state.view.step?.phase === 'closing',
    );
    expect(view.view.clock?.closingUntil).toBe(deadline + 300_000);
    await until(hall.now, (now) => now > deadline + 4_000);
    expect((await sitting.state()).view.phase).toBe('going-on');
    const credit = { kind: 'credit', cause: 'candidate-outage', reason: '断网' } as const;
    const span = { from: deadline - 2_000, to: await hall.now() };
    hall.store.outages = none;
    const given = await sitting.order({ ...credit, ...span, outages: [outage.id] });
    expect(given.view.step?.phase).toBe('running');
    expect(given.view.clock?.deadlineAt).toBe(deadline + span.to - span.from);
  });
});
