import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';
import { refusalOf } from './drivers';
import { submitFace, walkTo } from './stories';
import { verdicts } from './memory-ports';

describe('a sitting on the real server', () => {
  let hall: Hall;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close());

  it('goes from checking in to the end of the interview, and everything is on record', async () => {
    const room = await hall.room();
    const sitting = hall.sitting(room);
    await walkTo(sitting, 'face');
    await submitFace(sitting);
    await until(
      () => sitting.state(),
      ({ view }) => view.stepId === 'cameras',
    );
    await sitting.ask(null, { name: 'position-joined', position: 2, epoch: 1 });
    await sitting.ask('cameras', { name: 'cameras.finish' });
    const { seq } = await room.invite(sitting);
    const entered = await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
    expect(entered.view.stepId).toBe('interview');
    await until(
      () => room.state(),
      ({ occupant }) => occupant?.phase === 'inside',
    );
    await sitting.order({ kind: 'dispatch', question: 'q1' });
    await sitting.ask('interview', { name: 'interview.open-question', question: 'q1' });
    await sitting.order({ kind: 'end' });
    const over = await until(
      () => sitting.state(),
      ({ view }) => view.phase === 'over',
      30_000,
    );
    expect(over.view.over).toMatchObject({ by: 'staff:one', cause: 'staff' });
    expect(over.identity).toMatchObject({ status: 'passed', attemptsUsed: 0 });
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
    await until(
      () => hall.store.views.get(sitting.id),
      (seen) => seen?.view.revision === over.view.revision,
    );
    expect(hall.store.kindsOf(sitting.id)).toEqual([
      'sitting.opened',
      'step.entered',
      'sitting.checked-in',
      'notice.read',
      'step.entered',
      'pledge.agreed',
      'step.entered',
      'device-check.finished',
      'step.entered',
      'face-check.begun',
      'face-check.submitted',
      'face-check.passed',
      'step.entered',
      'position.joined',
      'cameras.finished',
      'step.entered',
      'waiting.invited',
      'waiting.accepted',
      'step.entered',
      'interview.started',
      'interview.dispatched',
      'interview.opened',
      'interview.ending',
      'interview.ended',
      'sitting.over',
    ]);
  });
});
