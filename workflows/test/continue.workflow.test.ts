import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';
import { walkTo } from './stories';

describe('continue-as-new, forced', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  const talk = flowOf(['notice', 'waiting', 'interview']);

  it('keeps a sitting whole: state, clock, answers for repeats, and orders that came meanwhile', async () => {
    const room = await hall.room();
    const sitting = hall.sitting(room, talk, { historyLimit: 40 });
    await sitting.checkIn();
    const { runId: first } = await sitting.handle.describe();
    const read = await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'read-once' });
    const { seq } = await room.invite(sitting);
    await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
    const before = await sitting.order({ kind: 'extend', ms: 90_000, reason: 'slow line' });
    for (let epoch = 1; epoch <= 6; epoch += 1) {
      await sitting.ask(null, { name: 'position-joined', position: 1, epoch });
    }
    await until(
      () => sitting.handle.describe(),
      ({ runId }) => runId !== first,
    );
    const { view } = await sitting.state();
    expect(view).toMatchObject({ stepId: 'interview', positions: { 1: { epoch: 6 } } });
    expect(view.clock?.deadlineAt).toBe(before.view.clock?.deadlineAt);
    const repeat = await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'read-once' });
    expect(repeat).toEqual(read);
    await room.order({ kind: 'extend', ms: 30_000, reason: 'fire drill' });
    const extended = await until(
      () => sitting.state(),
      (seen) => seen.view.roomSeq === 2,
    );
    expect(extended.view.clock?.extendedMs).toBe(120_000);
    await until(
      () => hall.store.views.get(sitting.id)?.view.revision,
      (recorded) => recorded === extended.view.revision,
    );
    expect(hall.store.kindsOf(sitting.id).filter((kind) => kind === 'sitting.opened')).toHaveLength(1);
  });

  it('keeps a room whole: numbers, its guest, answers for repeats', async () => {
    const room = await hall.room({ historyLimit: 40 });
    const { runId: first } = await room.handle.describe();
    const sitting = hall.sitting(room, talk);
    await walkTo(sitting, 'waiting');
    const invited = await room.invite(sitting, { commandId: 'invite-once' });
    for (let n = 0; n < 4; n += 1) await room.order({ kind: 'extend', ms: 60_000, reason: 'more' });
    await until(
      () => room.handle.describe(),
      ({ runId }) => runId !== first,
    );
    expect(await room.state()).toMatchObject({ lastSeq: 5, occupant: { sittingId: sitting.id } });
    expect(await room.invite(sitting, { commandId: 'invite-once' })).toEqual(invited);
    await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: 5 });
    await until(
      () => room.state(),
      ({ occupant }) => occupant?.phase === 'inside',
    );
    expect((await room.order({ kind: 'pause', reason: 'noise' })).seq).toBe(6);
  });

  it('waits for what is under way: nothing accepted is lost while MariaDB is away', async () => {
    const sitting = hall.sitting(null, talk, { historyLimit: 20 });
    await sitting.checkIn();
    const { runId: first } = await sitting.handle.describe();
    hall.store.isAway = true;
    for (let epoch = 1; epoch <= 8; epoch += 1) {
      await sitting.ask(null, { name: 'position-joined', position: 1, epoch });
    }
    expect((await sitting.handle.describe()).runId).toBe(first);
    hall.store.isAway = false;
    await until(
      () => sitting.handle.describe(),
      ({ runId }) => runId !== first,
    );
    expect(hall.store.changes.get(sitting.id)?.map(({ revision }) => revision)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });
});
