import { refusalOf, type SittingDriver } from './drivers';
import { openHall, until, type Hall } from './harness';
import { submitFace, walkTo } from './stories';

describe('a sitting on the real server', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  /** Events of a history that nothing is under way in. */
  const settledLength = async (sitting: SittingDriver): Promise<number> => {
    let last = 0;
    const { historyLength } = await until(
      () => sitting.handle.describe(),
      ({ raw, historyLength: seen }) => {
        const isSettled = !raw.pendingActivities?.length && !raw.pendingWorkflowTask && seen === last;
        last = seen;
        return isSettled;
      },
    );
    return historyLength;
  };

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

  it('refuses at no cost, with the fresh view beside the code', async () => {
    const sitting = hall.sitting(null);
    await sitting.checkIn();
    const before = await settledLength(sitting);
    const refusal = await refusalOf(sitting.ask('cameras', { name: 'cameras.finish' }));
    expect(refusal).toMatchObject({
      code: 'NOT_NOW',
      details: { stepId: 'notice' },
      view: { sittingId: sitting.id, stepId: 'notice', phase: 'going-on' },
    });
    expect(await settledLength(sitting)).toBe(before);
  });

  it('gives a repeat the first answer, and a new click its own', async () => {
    const sitting = hall.sitting(null);
    await sitting.checkIn();
    const first = await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'click-one' });
    const again = await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'click-one' });
    expect(again).toEqual(first);
    const other = await refusalOf(sitting.ask('notice', { name: 'notice.read' }, { commandId: 'click-two' }));
    expect(other.code).toBe('NOT_NOW');
  });

  it('is joined again where it was, by whoever checks in', async () => {
    const sitting = hall.sitting(null);
    await walkTo(sitting, 'pledge');
    const back = await sitting.checkIn();
    expect(back.view.stepId).toBe('pledge');
    const { runId } = await sitting.handle.describe();
    await sitting.checkIn();
    expect((await sitting.handle.describe()).runId).toBe(runId);
  });

  it('judges a command by its stamp, not by when it is heard', async () => {
    const room = await hall.room();
    const sitting = hall.sitting(room);
    await walkTo(sitting, 'waiting');
    const said = await hall.now();
    const { seq } = await room.invite(sitting, { at: said - 60_000 });
    const late = await refusalOf(
      sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq, at: said + 60_001 }),
    );
    expect(late).toMatchObject({ code: 'TOO_LATE', details: { closedAt: said + 60_000 } });
    const inTime = await sitting.ask('waiting', { name: 'waiting.accept' }, { at: said + 60_000 });
    expect(inTime.view.clock?.startedAt).toBe(said + 60_000);
  });

  it('answers while it compares, and drops the verdict of a step that went on', async () => {
    const sitting = hall.sitting(null);
    await walkTo(sitting, 'face');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { verdict } = hall.store;
    hall.store.verdict = async (query) => {
      await held;
      return verdict(query);
    };
    const { view } = await submitFace(sitting);
    expect(view.step).toMatchObject({ phase: 'comparing' });
    const waiting = await refusalOf(sitting.ask('face', { name: 'face-check.go-on' }));
    expect(waiting.code).toBe('STILL_COMPARING');
    const joined = await sitting.ask(null, { name: 'position-joined', position: 1, epoch: 1 });
    expect(joined.view.positions[1]).toMatchObject({ epoch: 1 });
    const later = (await hall.now()) + 61_000;
    const on = await sitting.ask('face', { name: 'face-check.go-on' }, { at: later });
    expect(on.view).toMatchObject({ stepId: 'cameras', identity: 'person-will-look' });
    release();
    hall.store.verdict = verdict;
    await sitting.checkIn();
    expect((await sitting.state()).view.stepId).toBe('cameras');
  });
});
