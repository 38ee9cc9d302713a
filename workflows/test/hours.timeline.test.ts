import { WorkflowNotFoundError } from '@temporalio/client';
import { decideCase, refusalOf, type RoomDriver, type SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { HOUR, MINUTE, SECOND, describeTimeline, openSkippingHall, type SkippingHall } from './skipping';
import { stillKey, submitFace } from './stories';

const talk = flowOf(['waiting', 'interview']);
const strict = flowOf(['waiting', 'interview'], { interview: { minutes: 15, atDeadline: 'end' } });

describeTimeline('hours that pass', () => {
  let hall: Hall;
  let pass: SkippingHall['pass'];
  let close: SkippingHall['close'] | undefined;
  beforeAll(async () => {
    ({ hall, pass, close } = await openSkippingHall());
  });
  afterEach(() => {
    hall.store.isDeaf = false;
    hall.store.outages = { isOursUnbooked: false, measured: [] };
  });
  afterAll(() => close?.());

  const arrive = async (room: RoomDriver, flow = talk) => {
    const sitting = hall.sitting(room, flow);
    await sitting.checkIn();
    return sitting;
  };
  const enter = async (room: RoomDriver, sitting: SittingDriver) => {
    const { seq } = await room.invite(sitting);
    return sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
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

  it('an invitation is missed after two minutes, not before', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    await room.invite(sitting);
    await waits(sitting, 'invited');
    await pass(119 * SECOND);
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'invited' });
    await pass(6 * SECOND);
    const { view } = await waits(sitting, 'queued');
    expect(view.step).toMatchObject({ missed: 1, deferrals: 1 });
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
  });

  it('who is away comes back by himself into the queue', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    await sitting.ask('waiting', { name: 'waiting.away', minutes: 5 });
    await pass(4 * MINUTE);
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'away' });
    await pass(1 * MINUTE + SECOND);
    await waits(sitting, 'queued');
  });

  it('the clock says when time is up and ends the interview after the grace, where the flow says so', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    const { view } = await enter(room, sitting);
    const deadline = view.clock?.deadlineAt ?? 0;
    await pass(15 * MINUTE + SECOND);
    const { view: closing } = await waits(sitting, 'closing');
    expect(closing.clock).toMatchObject({ remainingMs: 0, closingUntil: deadline + 30 * SECOND });
    await pass(31 * SECOND);
    const over = await isOver(sitting);
    expect(over.view.over).toEqual({ at: deadline + 30 * SECOND, by: 'system', cause: 'clock' });
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
  });

  it('an extension that is ordered in the grace brings the interview back', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    await enter(room, sitting);
    await pass(15 * MINUTE + 10 * SECOND);
    await waits(sitting, 'closing');
    await room.order({ kind: 'extend', ms: 5 * MINUTE, reason: 'slow line' });
    await waits(sitting, 'running');
    await pass(4 * MINUTE);
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'running' });
    await pass(2 * MINUTE);
    await isOver(sitting);
  });

  it('a pause of an hour costs nothing, an extension is not eaten by it', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    await enter(room, sitting);
    await pass(5 * MINUTE);
    await room.order({ kind: 'pause', reason: 'fire drill' });
    await sitting.order({ kind: 'extend', ms: 60 * SECOND, reason: 'slow line' });
    await pass(HOUR);
    const stands = await sitting.state();
    expect(stands.view.clock).toMatchObject({ deadlineAt: null });
    await room.order({ kind: 'resume' });
    const { view } = await until(
      () => sitting.state(),
      ({ view: seen }) => seen.clock?.deadlineAt !== null,
    );
    const clock = view.clock;
    expect(clock?.deadlineAt).toBe((clock?.startedAt ?? 0) + 16 * MINUTE + (clock?.creditedMs ?? 0));
    expect(clock?.creditedMs).toBeGreaterThanOrEqual(HOUR);
    await pass(10 * MINUTE);
    expect((await sitting.state()).view.phase).toBe('going-on');
    await pass(2 * MINUTE);
    await isOver(sitting);
  });

  it('a candidate who is away at the deadline finds the interview open, but not for ever', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    const { view } = await enter(room, sitting);
    const deadline = view.clock?.deadlineAt ?? 0;
    const silence = { id: 'A', position: 1, began: 'lost', from: deadline - MINUTE, to: null } as const;
    hall.store.outages = { isOursUnbooked: false, measured: [silence] };
    await pass(15 * MINUTE + 4 * MINUTE);
    const { view: closing } = await waits(sitting, 'closing');
    expect(closing.clock).toMatchObject({ closingUntil: deadline + 5 * MINUTE });
    await pass(MINUTE + 10 * SECOND);
    expect((await isOver(sitting)).view.over).toMatchObject({ at: deadline + 5 * MINUTE, cause: 'clock' });
  });

  it('what staff give back of an outage brings the interview back from the longer grace', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    const { view } = await enter(room, sitting);
    const deadline = view.clock?.deadlineAt ?? 0;
    const silence = { id: '01J0000000000000000000000A', position: 1, began: 'lost' } as const;
    const span = { from: deadline - 2 * MINUTE, to: deadline + 2 * MINUTE };
    hall.store.outages = { isOursUnbooked: false, measured: [{ ...silence, ...span }] };
    await pass(15 * MINUTE + 3 * MINUTE);
    await waits(sitting, 'closing');
    hall.store.outages = { isOursUnbooked: false, measured: [] };
    const credit = { kind: 'credit', cause: 'candidate-outage', reason: 'power cut' } as const;
    await sitting.order({ ...credit, ...span, outages: [silence.id] });
    await waits(sitting, 'running');
    await pass(30 * SECOND);
    expect((await sitting.state()).view.clock).toMatchObject({ deadlineAt: deadline + 4 * MINUTE });
    // The outage ended shortly before the new deadline's last two minutes: the ordinary grace is enough again.
    await pass(2 * MINUTE);
    await isOver(sitting);
  });

  it('an outage of ours of an hour holds a deadline at few looks, and costs nobody a second', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, strict);
    const { view } = await enter(room, sitting);
    const deadline = view.clock?.deadlineAt ?? 0;
    hall.store.outages = { isOursUnbooked: true, measured: [] };
    await pass(15 * MINUTE + HOUR);
    expect((await sitting.state()).view).toMatchObject({ phase: 'going-on', step: { phase: 'running' } });
    const { events } = await sitting.handle.fetchHistory();
    expect(events?.length).toBeLessThan(400);
    hall.store.outages = { isOursUnbooked: false, measured: [] };
    const span = { from: deadline - MINUTE, to: deadline + HOUR };
    const outage = { kind: 'our-outage', outageId: '01J0000000000000000000000A', ...span } as const;
    await room.order(outage, { by: 'system' });
    const { view: given } = await until(
      () => sitting.state(),
      (state) => state.view.clock?.deadlineAt !== deadline,
    );
    expect(given.clock).toMatchObject({ deadlineAt: deadline + HOUR + MINUTE });
    await pass(30 * SECOND);
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'running' });
    await pass(4 * MINUTE);
    await isOver(sitting);
  });

  it('a face challenge that runs out costs no attempt', async () => {
    const sitting = hall.sitting(null, flowOf(['face', 'notice']), { closesAt: (await hall.now()) + HOUR });
    await sitting.checkIn();
    await sitting.ask('face', { name: 'face-check.begin', consent: true });
    await pass(65 * SECOND);
    const { view } = await waits(sitting, 'failed');
    expect(view.step).toMatchObject({ reason: 'timed-out', free: true, attemptsLeft: 3 });
  });

  it('an ended sitting lingers to be reopened, then is gone', async () => {
    const room = await hall.room({ closesAt: (await hall.now()) + HOUR });
    const sitting = await arrive(room);
    await enter(room, sitting);
    await sitting.order({ kind: 'end' });
    await pass(14 * SECOND);
    await isOver(sitting);
    await pass(90 * MINUTE);
    await sitting.order({ kind: 'reopen', ms: 10 * MINUTE, reason: 'ended by mistake' });
    await sitting.order({ kind: 'end' });
    await pass(14 * SECOND);
    await isOver(sitting);
    await pass(61 * MINUTE);
    const result = await sitting.handle.result();
    expect(result).toMatchObject({ sittingId: sitting.id, over: { cause: 'staff' } });
    await expect(sitting.order({ kind: 'reopen', ms: 10 * MINUTE, reason: 'late' })).rejects.toBeInstanceOf(
      WorkflowNotFoundError,
    );
    expect(hall.store.changes.get(sitting.id)).toHaveLength(result.revision);
  });

  it('a sitting and a room that nobody ended end themselves after the exam’s day', async () => {
    const room = await hall.room({ closesAt: (await hall.now()) + HOUR });
    const sitting = await arrive(room);
    await pass(13 * HOUR + MINUTE);
    const { view } = await isOver(sitting);
    expect(['clock', 'room-closed']).toContain(view.over?.cause);
    expect(await room.handle.result()).toMatchObject({ phase: 'closed' });
  });

  it('a guest who never answers does not block the room for ever', async () => {
    hall.store.isDeaf = true;
    const room = await hall.room();
    await room.invite(hall.sitting(room, talk));
    await pass(29 * MINUTE);
    const other = await arrive(room);
    expect((await refusalOf(room.invite(other))).code).toBe('ROOM_OCCUPIED');
    await pass(3 * MINUTE);
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
  });

  it('a guest inside keeps the room, until his sitting is gone', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    await enter(room, sitting);
    await until(
      () => room.state(),
      ({ occupant }) => occupant?.phase === 'inside',
    );
    await pass(100 * MINUTE);
    expect((await room.state()).occupant).toMatchObject({ sittingId: sitting.id });
    await sitting.handle.terminate('by an operator');
    await pass(31 * MINUTE);
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );
  });

  it('rows that were lost are waited for at leisure, and what came meanwhile is written when they are back', async () => {
    const sitting = hall.sitting(null, talk, { closesAt: (await hall.now()) + 48 * HOUR });
    const isRecorded = (revision: number) =>
      until(
        () => hall.store.views.get(sitting.id)?.view.revision ?? 0,
        (recorded) => recorded >= revision,
      );
    await isRecorded((await sitting.checkIn()).revision);
    const rows = hall.store.changes.get(sitting.id) ?? [];
    const lost = rows.splice(0);
    const { revision } = await sitting.ask('waiting', { name: 'waiting.away', minutes: 10 });
    await pass(6 * HOUR);
    const { events } = await sitting.handle.fetchHistory();
    expect(events?.length).toBeLessThan(1_500);
    rows.push(...lost);
    await pass(6 * MINUTE);
    await isRecorded(revision);
  });

  it('the stills of an identity case go seven days after the decision', async () => {
    const now = await hall.now();
    const sitting = hall.sitting(null, flowOf(['face', 'notice']), { closesAt: now + HOUR });
    await sitting.checkIn();
    hall.store.verdict = () => ({
      outcome: 'review',
      reason: 'uncertain-likeness',
      evidence: {
        toRegistered: 0.5,
        farthestFrame: 0.1,
        bestFrame: 0,
        decidedAt: null,
        modelVersion: 'test',
        thresholdVersion: 'test',
      },
    });
    await submitFace(sitting);
    const caseId = `${sitting.id}.face`;
    await until(
      () => hall.store.cases.get(caseId)?.length,
      (rows) => rows === 1,
    );
    await decideCase(hall, caseId, 'staff:officer', 'same');
    await until(
      () => hall.store.cases.get(caseId)?.length,
      (rows) => rows === 2,
    );
    await pass(6 * 24 * HOUR);
    expect(hall.store.deletedStills.has(stillKey(0))).toBe(false);
    await pass(25 * HOUR);
    await until(
      () => hall.store.deletedStills.has(stillKey(0)),
      (gone) => gone,
    );
  });
});
