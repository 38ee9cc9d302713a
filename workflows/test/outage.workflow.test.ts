import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';
import { walkTo } from './stories';

describe('while MariaDB is away', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterEach(() => {
    hall.store.isAway = false;
  });
  afterAll(() => close?.());

  it('answers every command, and records them in order without a gap when it is back', async () => {
    const sitting = hall.sitting(null);
    await sitting.checkIn();
    hall.store.isAway = true;
    const began = Date.now();
    await walkTo(sitting, 'face');
    for (let minute = 1; minute <= 8; minute += 1) {
      await sitting.ask(null, { name: 'position-joined', position: 2, epoch: minute });
    }
    await sitting.order({ kind: 'waive', step: 'cameras', requirement: 'second-camera', reason: 'broken' });
    const perCommandMs = (Date.now() - began) / 13;
    expect(perCommandMs).toBeLessThan(1_500);
    const { view } = await sitting.state();
    expect(view.stepId).toBe('face');
    expect(hall.store.changes.get(sitting.id)?.length ?? 0).toBeLessThan(view.revision);
    hall.store.isAway = false;
    await until(
      () => hall.store.changes.get(sitting.id)?.length,
      (recorded) => recorded === view.revision,
    );
    const revisions = hall.store.changes.get(sitting.id)?.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions?.map((_, index) => index + 1));
    expect(hall.store.views.get(sitting.id)?.view.stepId).toBe('face');
    const batch = hall.store.batches.find(({ changes }) => changes.length > 5);
    expect(batch).toBeDefined();
  });

  it('keeps an invitation from running out unseen: orders are looked for before any deadline', async () => {
    const flow = flowOf(['waiting', 'interview'], { waiting: { invitationSeconds: 3 } });
    const room = await hall.room();
    const sitting = hall.sitting(room, flow);
    await sitting.checkIn();
    await room.invite(sitting);
    await until(
      () => sitting.state(),
      ({ view: { step } }) => step?.kind === 'waiting' && step.phase === 'invited',
    );
    hall.store.isAway = true;
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'invited' });
    hall.store.isAway = false;
    await until(
      () => sitting.state(),
      ({ view: { step } }) => step?.kind === 'waiting' && step.phase === 'queued',
    );
  });

  it('takes the room’s orders and lets them be heard when it is back', async () => {
    const room = await hall.room();
    const sitting = hall.sitting(room, flowOf(['waiting', 'interview']));
    await sitting.checkIn();
    hall.store.isAway = true;
    const { seq } = await room.order({ kind: 'pause', reason: 'noise' });
    const after = await room.order({ kind: 'resume' });
    expect([seq, after.seq]).toEqual([1, 2]);
    hall.store.isAway = false;
    await until(
      () => sitting.state(),
      ({ view }) => view.roomSeq === 2,
    );
    expect(hall.store.orders.get(room.input.roomId)?.map((row) => row.seq)).toEqual([1, 2]);
    await until(
      () => hall.store.kindsOf(sitting.id),
      (kinds) => kinds.includes('room.pause') && kinds.includes('room.resume'),
    );
  });
});
