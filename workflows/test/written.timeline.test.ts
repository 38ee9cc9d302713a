import type { RoomDriver, SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { MINUTE, SECOND, describeTimeline, openSkippingHall, type SkippingHall } from './skipping';

const onScreen = flowOf(['online']);
const onPaper = flowOf(['photos']);
const SET = '01ARZ3NDEKTSV4RRFFQ69G5FA1';

describeTimeline('a written exam of two hours', () => {
  let hall: Hall;
  let pass: SkippingHall['pass'];
  let close: SkippingHall['close'] | undefined;
  beforeAll(async () => {
    ({ hall, pass, close } = await openSkippingHall());
  });
  afterAll(() => close?.());

  const arrive = async (room: RoomDriver, flow = onScreen, given: { extraMs?: number } = {}) => {
    const sitting = hall.sitting(room, flow, given);
    await sitting.checkIn();
    return sitting;
  };
  const waits = (sitting: SittingDriver, phase: string) =>
    until(
      () => sitting.state(),
      ({ view: { step } }) => step?.phase === phase,
    );
  const isOver = (sitting: SittingDriver) =>
    until(
      () => sitting.state(),
      ({ view }) => view.phase === 'over',
    );
  const dispatch = async (room: RoomDriver, paper: string, sittings: readonly SittingDriver[]) => {
    const { seq } = await room.order({ kind: 'dispatch', paper });
    for (const sitting of sittings)
      await until(
        () => sitting.state(),
        ({ view }) => view.roomSeq >= seq,
      );
  };
  const deadlineOf = async (sitting: SittingDriver) => (await sitting.state()).view.clock?.deadlineAt ?? 0;

  it('counts extension, pause, extra time and a compensation, each for whom it is, and is collected by the clock', async () => {
    const room = await hall.room();
    const [plain, slower] = [await arrive(room), await arrive(room, onScreen, { extraMs: 20 * MINUTE })];
    await dispatch(room, 'online', [plain, slower]);
    const opensAt = (await deadlineOf(plain)) - 120 * MINUTE;
    expect(await deadlineOf(slower)).toBe(opensAt + 140 * MINUTE);

    await pass(30 * MINUTE);
    const pausedAt = await hall.now();
    await room.order({ kind: 'pause', reason: 'fire drill' });
    await waitsForPause(plain, true);
    expect((await waits(plain, 'open')).view.step).toMatchObject({ savesUntil: null });
    await pass(10 * MINUTE);
    const { seq } = await room.order({ kind: 'resume' });
    await heard(plain, seq);
    const paused = (await hall.now()) - pausedAt;
    await slower.order({ kind: 'extend', ms: 5 * MINUTE, reason: 'slow line' });
    const from = await hall.now();
    await pass(3 * MINUTE);
    await plain.order({
      kind: 'credit',
      cause: 'candidate-outage',
      from,
      to: from + 3 * MINUTE,
      reason: 'power cut',
    });

    const deadline = await deadlineOf(plain);
    expect(Math.abs(deadline - (opensAt + 123 * MINUTE + paused))).toBeLessThan(30 * SECOND);
    expect((await plain.state()).view.clock?.ledger.map((entry) => entry.kind)).toEqual([
      'interval',
      'interval',
    ]);
    await pass(deadline - (await hall.now()) + SECOND);
    expect((await waits(plain, 'closing')).view.clock).toMatchObject({ remainingMs: 0 });
    expect((await slower.state()).view.step).toMatchObject({ phase: 'open' });
    await pass(150 * SECOND);
    const over = await isOver(plain);
    expect(over.view.over).toEqual({ at: deadline, by: 'system', cause: 'clock' });
    expect(hall.store.collected.find(({ sittingId }) => sittingId === plain.id)).toMatchObject({
      stepId: 'online',
      mode: 'online',
      until: deadline,
    });
    const handedIn = hall.store.eventsOf(plain.id).find(({ kind }) => kind === 'paper.handed-in');
    expect(handedIn?.details).toMatchObject({ collected: { mode: 'online', revision: 7 } });
    await pass(30 * MINUTE);
    await isOver(slower);
  });

  it('opens at a set time, on one clock for early and late', async () => {
    const room = await hall.room();
    const early = await arrive(room);
    const at = (await hall.now()) + 30 * MINUTE;
    await room.order({ kind: 'dispatch', paper: 'online', at });
    await waits(early, 'open');
    await pass(45 * MINUTE);
    const late = await arrive(room);
    await waits(late, 'open');
    expect([await deadlineOf(early), await deadlineOf(late)]).toEqual([at + 120 * MINUTE, at + 120 * MINUTE]);
  });

  it('is collected from all by the invigilator, from each as it is', async () => {
    const room = await hall.room();
    const sittings = [await arrive(room), await arrive(room)];
    await dispatch(room, 'online', sittings);
    await pass(10 * MINUTE);
    await room.order({ kind: 'collect', paper: 'online', reason: 'alarm' });
    for (const sitting of sittings) {
      const over = await isOver(sitting);
      expect(over.view.over).toMatchObject({ by: 'staff:one', cause: 'staff' });
    }
  });

  it('has three instants on paper: pens down, last seal, last byte', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, onPaper);
    await dispatch(room, 'photos', [sitting]);
    const pensDown = await deadlineOf(sitting);
    await pass(120 * MINUTE + SECOND);
    const { view } = await waits(sitting, 'photographing');
    expect(view.step).toMatchObject({ pensDownAt: pensDown });
    expect(view.clock).toMatchObject({ startedAt: pensDown, deadlineAt: pensDown + 15 * MINUTE });
    await pass(14 * MINUTE);
    await sitting.ask('photos', {
      name: 'sheets-sealed',
      setId: SET,
      version: 1,
      sheets: 6,
      digest: 'd'.repeat(64),
    });
    await pass(2 * MINUTE);
    const uploading = await waits(sitting, 'uploading');
    expect(uploading.view.clock?.deadlineAt).toBe(pensDown + 75 * MINUTE + 3 * SECOND);
    const at = await hall.now();
    await sitting.ask('photos', { name: 'sheets-received', setId: SET, at }, { by: 'system' });
    await isOver(sitting);
    expect(hall.store.collected.find(({ sittingId }) => sittingId === sitting.id)).toMatchObject({
      mode: 'photographed',
      sets: [SET],
    });
    expect(hall.store.kindsOf(sitting.id)).toEqual(
      expect.arrayContaining(['paper.pens-down', 'paper.sealed', 'paper.last-seal', 'paper.received']),
    );
  });

  it('is collected after the last byte although the sheets never came', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, onPaper);
    await dispatch(room, 'photos', [sitting]);
    await sitting.ask('photos', { name: 'paper.pens-down' });
    await sitting.ask('photos', {
      name: 'sheets-sealed',
      setId: SET,
      version: 1,
      sheets: 6,
      digest: 'd'.repeat(64),
    });
    await pass(16 * MINUTE);
    await waits(sitting, 'uploading');
    await pass(62 * MINUTE);
    await isOver(sitting);
  });

  it('is sealed although the room is closed around it', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    await dispatch(room, 'online', [sitting]);
    await room.order({ kind: 'close' });
    const over = await isOver(sitting);
    expect(over.view.over).toMatchObject({ cause: 'room-closed' });
    await until(
      () => hall.store.collected.some(({ sittingId }) => sittingId === sitting.id),
      (collected) => collected,
    );
  });

  const heard = (sitting: SittingDriver, seq: number) =>
    until(
      () => sitting.state(),
      ({ view }) => view.roomSeq >= seq,
    );
  const waitsForPause = (sitting: SittingDriver, paused: boolean) =>
    until(
      () => sitting.state(),
      ({ view }) => (view.clock?.pausedSince !== null) === paused,
    );
});
