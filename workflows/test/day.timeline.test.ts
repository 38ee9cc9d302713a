import { refusalOf, type RoomDriver, type SittingDriver } from './drivers';
import { everyStep } from './flows';
import { until, type Hall } from './harness';
import { HOUR, MINUTE, SECOND, describeTimeline, openSkippingHall, type SkippingHall } from './skipping';
import { walkTo } from './stories';

const CANDIDATES = 30;

describeTimeline('an interview day of thirty candidates', () => {
  let hall: Hall;
  let pass: SkippingHall['pass'];
  let close: SkippingHall['close'] | undefined;
  beforeAll(async () => {
    ({ hall, pass, close } = await openSkippingHall());
  });
  afterAll(() => close?.());

  const queue = (sittings: readonly SittingDriver[]) =>
    sittings
      .map((sitting) => ({ sitting, key: hall.store.views.get(sitting.id)?.queueKey ?? null }))
      .filter((each): each is { sitting: SittingDriver; key: string } => each.key !== null)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ sitting }) => sitting);

  const isFree = (room: RoomDriver) =>
    until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );

  const interview = async (room: RoomDriver, sitting: SittingDriver, turn: number) => {
    await pass(20 * SECOND);
    const { lastSeq } = await room.state();
    await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: lastSeq });
    await sitting.order({ kind: 'dispatch', question: 'q1' });
    await pass(12 * MINUTE);
    if (turn % 7 === 3) await sitting.order({ kind: 'extend', ms: 2 * MINUTE, reason: 'slow line' });
    if (turn % 11 === 5) {
      await room.order({ kind: 'pause', reason: 'noise in the corridor' });
      await pass(3 * MINUTE);
      await room.order({ kind: 'resume' });
    }
    await sitting.order({ kind: 'end' }, { by: 'staff:examiner' });
    await pass(14 * SECOND);
    await until(
      () => sitting.state(),
      ({ view }) => view.phase === 'over',
    );
    await isFree(room);
  };

  it('lets everybody in once, in the order of the queue, and records it without a gap', async () => {
    const closesAt = (await hall.now()) + 10 * HOUR;
    const room = await hall.room({ closesAt });
    const sittings = Array.from({ length: CANDIDATES }, () => hall.sitting(room, everyStep));
    for (const sitting of sittings) {
      await walkTo(sitting, 'waiting');
      await pass(30 * SECOND);
    }
    await until(
      () => queue(sittings).length,
      (there) => there === CANDIDATES,
    );
    const sleepy = sittings[4] as SittingDriver;
    const entered: string[] = [];
    for (let turn = 0; queue(sittings).length > 0; turn += 1) {
      const [next, after] = queue(sittings);
      if (!next) break;
      await room.invite(next, { by: 'staff:officer' });
      if (after) expect((await refusalOf(room.invite(after))).code).toBe('ROOM_OCCUPIED');
      const misses = next === sleepy && !hall.store.kindsOf(next.id).includes('waiting.missed');
      if (misses) {
        await pass(125 * SECOND);
        await isFree(room);
      } else {
        entered.push(next.id);
        await interview(room, next, turn);
      }
      const { view } = await next.state();
      await until(
        () => hall.store.views.get(next.id)?.view.revision,
        (recorded) => recorded === view.revision,
      );
    }
    const others = sittings.filter((sitting) => sitting !== sleepy).map(({ id }) => id);
    expect(entered).toEqual([...others, sleepy.id]);
    await room.order({ kind: 'close' });
    for (const sitting of sittings) {
      const changes = hall.store.changes.get(sitting.id) ?? [];
      expect(changes.map(({ revision }) => revision)).toEqual(changes.map((_, index) => index + 1));
      expect(hall.store.views.get(sitting.id)?.view.over).toMatchObject({
        cause: 'staff',
        by: 'staff:examiner',
      });
    }
    const occupants = new Set(
      hall.store.rooms.get(room.input.roomId)?.map(({ occupant }) => occupant?.sittingId),
    );
    expect(occupants.size).toBe(CANDIDATES + 1);
    expect((await hall.now()) - (closesAt - 10 * HOUR)).toBeGreaterThan(6 * HOUR);
  }, 120_000);
});
