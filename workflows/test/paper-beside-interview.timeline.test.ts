import type { RoomDriver, SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { MINUTE, SECOND, describeTimeline, openSkippingHall, type SkippingHall } from './skipping';

const paper = { minutes: 30 } as const;
/** An interview with a paper after it, and one with a paper before it. */
const after = flowOf(['waiting', 'interview', 'online'], { paper: { ...paper, dispatch: { by: 'entry' } } });
const before = flowOf(['online', 'waiting', 'interview'], { paper });

describeTimeline('an interview that holds a paper', () => {
  let hall: Hall;
  let pass: SkippingHall['pass'];
  let close: SkippingHall['close'] | undefined;
  beforeAll(async () => {
    ({ hall, pass, close } = await openSkippingHall());
  });
  afterAll(() => close?.());

  const stepIs = (sitting: SittingDriver, kind: string, phase?: string) =>
    until(
      () => sitting.state(),
      ({ view: { step } }) => step?.kind === kind && (phase === undefined || step.phase === phase),
    );
  const isOver = (sitting: SittingDriver) =>
    until(
      () => sitting.state(),
      ({ view }) => view.phase === 'over',
    );
  const isFree = (room: RoomDriver) =>
    until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
  const arrive = async (room: RoomDriver, flow: typeof after) => {
    const sitting = hall.sitting(room, flow);
    await sitting.checkIn();
    return sitting;
  };
  const enterRoom = async (room: RoomDriver, sitting: SittingDriver) => {
    await stepIs(sitting, 'waiting');
    await room.invite(sitting, { by: 'staff:officer' });
    const { lastSeq } = await room.state();
    await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: lastSeq });
    await stepIs(sitting, 'interview');
  };
  const endInterview = async (sitting: SittingDriver) => {
    await sitting.order({ kind: 'end' }, { by: 'staff:examiner' });
    await pass(14 * SECOND);
  };

  it('goes on to the paper when it ends, on a clock of the paper’s own, and frees the room for the next', async () => {
    const room = await hall.room();
    const [first, next] = [await arrive(room, after), await arrive(room, after)];
    await enterRoom(room, first);
    await first.order({ kind: 'extend', ms: 5 * MINUTE, reason: 'slow line' });
    await pass(10 * MINUTE);
    await endInterview(first);
    const { view } = await stepIs(first, 'paper', 'open');
    expect(view.clock).toMatchObject({ totalMs: 30 * MINUTE, extendedMs: 0 });
    expect(view.clock?.deadlineAt).toBe((view.clock?.startedAt ?? 0) + 30 * MINUTE);
    await isFree(room);
    await enterRoom(room, next);
    expect((await first.state()).view.step).toMatchObject({ kind: 'paper', phase: 'open' });
    await first.ask('online', { name: 'paper.hand-in' });
    expect((await isOver(first)).view.over).toMatchObject({ cause: 'finished' });
    expect((await next.state()).view.step).toMatchObject({ kind: 'interview' });
  });

  it('waits for its turn after a paper that the clock collected', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, before);
    await room.order({ kind: 'dispatch', paper: 'online' });
    await stepIs(sitting, 'paper', 'open');
    await pass(31 * MINUTE);
    await enterRoom(room, sitting);
    await endInterview(sitting);
    expect((await isOver(sitting)).view.over).toMatchObject({ cause: 'staff', by: 'staff:examiner' });
    expect(hall.store.eventsOf(sitting.id).map(({ kind }) => kind)).toContain('paper.handed-in');
  });

  it('opens its paper by the exam’s clock, also for whom the interview kept longer', async () => {
    const at = (await hall.now()) + 20 * MINUTE;
    const flow = flowOf(['waiting', 'interview', 'online'], {
      paper: { ...paper, dispatch: { by: 'time', at } },
    });
    const room = await hall.room();
    const [early, late] = [await arrive(room, flow), await arrive(room, flow)];
    await enterRoom(room, early);
    await endInterview(early);
    expect((await stepIs(early, 'paper', 'open')).view.clock?.deadlineAt).toBe(at + 30 * MINUTE);
    await isFree(room);
    await enterRoom(room, late);
    await pass(25 * MINUTE);
    await endInterview(late);
    expect((await stepIs(late, 'paper', 'open')).view.clock?.deadlineAt).toBe(at + 30 * MINUTE);
  });
});
