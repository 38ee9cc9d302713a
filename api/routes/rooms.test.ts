import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import type { Room } from '#models/room';
import type { RoomOrder, SittingOrder } from '#protocol/orders.schema';
import { createBrowser, type Browser } from '../test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';

let hall: TestHall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(async () => hall.close());

const toRoom = (by: Browser, room: Room, order: RoomOrder, commandId = ulid()) =>
  by.call('orderRoom', { params: { roomId: room.id }, body: { commandId, order } });
const toSitting = (by: Browser, sittingId: string, order: SittingOrder, commandId = ulid()) =>
  by.call('orderSitting', { params: { sittingId }, body: { commandId, order } });
const invite = ({ sittingId }: TestCandidate, more: { called?: boolean; reason?: string } = {}) =>
  ({ kind: 'invite', sittingId, called: false, ...more }) as const;

/** The projection follows an answer by some ms; orders are judged by it beforehand. */
const recorded = (candidate: TestCandidate, kind: string, phase: string) =>
  until(
    async () => hall.source.getRepository('Sitting').findOneByOrFail({ id: candidate.sittingId }),
    (row) => row['stepKind'] === kind && row['stepPhase'] === phase,
  );
const waitingCandidate = async (room: Room, name = '张三') => {
  const candidate = await (await arrive(hall, room, { name })).goTo('waiting');
  await recorded(candidate, 'waiting', 'queued');
  return candidate;
};
const beat = (candidate: TestCandidate) =>
  candidate.browser.call('reportPresence', {
    body: {
      epoch: candidate.epoch,
      state: { camera: 'live', microphone: 'live', bell: true, visible: true, battery: null, rttMs: 20 },
      leaving: false,
    },
  });

describe('the console', () => {
  it('shows exam, room, flow, candidates and staff at first', async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    const examiner = await staffOf(hall, 'examiner', room);
    const { body } = await examiner.call('openConsole', { params: { roomId: room.id } });
    expect(body.rows).toMatchObject([
      { sittingId: candidate.sittingId, name: '张三', staff: { view: { step: { kind: 'waiting' } } } },
    ]);
    expect(body.room.view).toMatchObject({ phase: 'open', occupant: null });
    expect(body.flow.questions.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(body.flow.criteria).toHaveLength(4);
    expect(body.flow.expectedMinutes).toBe(20);
  });

  it('shows questions only to those who may dispatch them', async () => {
    const room = await openDay(hall);
    const officer = await staffOf(hall, 'waiting-officer', room);
    const { body } = await officer.call('openConsole', { params: { roomId: room.id } });
    expect([body.flow.questions, body.flow.criteria]).toEqual([[], []]);
    expect(JSON.stringify(body)).not.toContain('piece of work');
  });
});

describe('inviting', () => {
  it('takes the room for one candidate, and tells the second officer who was first', async () => {
    const room = await openDay(hall);
    const [one, two] = [await waitingCandidate(room, '甲'), await waitingCandidate(room, '乙')];
    const officer = await staffOf(hall, 'waiting-officer', room);
    const examiner = await staffOf(hall, 'examiner', room);
    const commandId = ulid();
    const first = await toRoom(officer, room, invite(one), commandId);
    expect(first.body).toMatchObject({
      seq: 1,
      room: { occupant: { sittingId: one.sittingId, phase: 'invited' } },
    });
    const second = await toRoom(examiner, room, invite(two, { reason: 'asked for' }));
    expect(second.refused).toBe('ROOM_OCCUPIED');
    const who = { sittingId: one.sittingId, by: `staff:${officer.staffId}`, byName: '李老师' };
    expect(second.details).toMatchObject({ ...who, at: expect.any(Number) });
    const same = await toRoom(examiner, room, invite(one));
    expect([same.refused, same.details['byName']]).toEqual(['ALREADY_DONE', '李老师']);
    await one.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    await one.must({ name: 'waiting.accept' });
    await recorded(one, 'interview', 'running');
    expect((await toRoom(officer, room, invite(one), commandId)).body).toEqual(first.body);
  });

  it('lets one of two who invite at once be first', async () => {
    const room = await openDay(hall);
    const candidates = [await waitingCandidate(room), await waitingCandidate(room)];
    const officer = await staffOf(hall, 'waiting-officer', room);
    const answers = await Promise.all(
      candidates.map((each) => toRoom(officer, room, invite(each, { reason: 'now' }))),
    );
    expect(answers.map(({ refused }) => refused ?? 'done').toSorted()).toEqual(['ROOM_OCCUPIED', 'done']);
  });

  it('wants a reason for passing somebody over who waits there, and none for who is gone', async () => {
    const room = await openDay(hall);
    const [one, two] = [await waitingCandidate(room), await waitingCandidate(room)];
    const officer = await staffOf(hall, 'waiting-officer', room);
    await beat(one);
    const without = await toRoom(officer, room, invite(two));
    expect([without.status, without.refused]).toEqual([422, 'REASON_NEEDED']);
    expect(without.details).toMatchObject({ sittingId: one.sittingId });
    const real = hall.clock.now;
    hall.clock.now = () => real() + 60_000;
    const gone = await toRoom(officer, room, invite(two)).finally(() => (hall.clock.now = real));
    expect(gone.status).toBe(200);
  });

  it('takes a reason in words', async () => {
    const room = await openDay(hall);
    const [one, two] = [await waitingCandidate(room), await waitingCandidate(room)];
    await beat(one);
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await toRoom(officer, room, invite(two, { reason: 'needs the train' }))).status).toBe(200);
  });

  it('holds while the candidate is away, unless he is called', async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    await candidate.must({ name: 'waiting.away', minutes: 5 });
    await recorded(candidate, 'waiting', 'away');
    const officer = await staffOf(hall, 'waiting-officer', room);
    const held = await toRoom(officer, room, invite(candidate));
    expect(held.refused).toBe('CANDIDATE_AWAY');
    expect(Number(held.details['until'])).toBeGreaterThan(Date.now());
    expect((await toRoom(officer, room, invite(candidate, { called: true }))).status).toBe(200);
  });

  it('is not for a candidate who does not wait, nor for one of another room', async () => {
    const room = await openDay(hall);
    const candidate = await (await arrive(hall, room)).enter();
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await toRoom(officer, room, invite(candidate))).refused).toBe('NOT_NOW');
    const stranger = await waitingCandidate(await openDay(hall));
    expect((await toRoom(officer, room, invite(stranger))).refused).toBe('NOT_FOUND');
  });
});

describe('orders to the room', () => {
  it('pause, resume, close and reopen it, once each', async () => {
    const room = await openDay(hall);
    const chief = await staffOf(hall, 'chief-examiner', room);
    const candidate = await waitingCandidate(room);
    const reason = 'fire alarm';
    expect((await toRoom(chief, room, { kind: 'pause', reason })).body.room.phase).toBe('paused');
    expect((await toRoom(chief, room, { kind: 'pause', reason })).refused).toBe('ALREADY_DONE');
    expect((await toRoom(chief, room, invite(candidate))).refused).toBe('NOT_NOW');
    expect((await toRoom(chief, room, { kind: 'resume' })).body.room.phase).toBe('open');
    expect((await toRoom(chief, room, { kind: 'close' })).body.room.phase).toBe('closed');
    expect((await toRoom(chief, room, invite(candidate))).refused).toBe('ROOM_CLOSED');
    expect((await toRoom(chief, room, { kind: 'reopen', reason })).body.room.phase).toBe('open');
  });

  it('are for whoever may give them', async () => {
    const room = await openDay(hall);
    const secretary = await staffOf(hall, 'secretary', room);
    for (const order of [
      { kind: 'close' },
      { kind: 'resume' },
      { kind: 'invite', sittingId: ulid(), called: false },
    ])
      expect((await toRoom(secretary, room, order as RoomOrder)).refused).toBe('NOT_ALLOWED');
  });
});

describe('orders to a sitting', () => {
  const interviewed = async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    const examiner = await staffOf(hall, 'examiner', room);
    await toRoom(examiner, room, invite(candidate));
    await candidate.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    await candidate.must({ name: 'waiting.accept' });
    return { room, candidate, examiner };
  };

  it('dispatch, extend, pause, resume, end and undo, each answered with the view', async () => {
    const { candidate, examiner } = await interviewed();
    const give = (order: SittingOrder) => toSitting(examiner, candidate.sittingId, order);
    const dispatched = await give({ kind: 'dispatch', question: 'q1' });
    expect(dispatched.body.view.step).toMatchObject({ questions: [{ id: 'q1' }] });
    expect((await give({ kind: 'dispatch', question: 'q99' })).refused).toBe('NO_SUCH_QUESTION');
    const extended = await give({ kind: 'extend', ms: 300_000, reason: 'late start' });
    expect(extended.body.view.clock).toMatchObject({ extendedMs: 300_000 });
    expect((await give({ kind: 'pause', reason: 'noise' })).body.view.clock?.deadlineAt).toBeNull();
    expect((await give({ kind: 'resume' })).body.view.clock?.deadlineAt).toBeGreaterThan(Date.now());
    expect((await give({ kind: 'end' })).body.view.step).toMatchObject({ phase: 'ending' });
    expect((await give({ kind: 'undo-end' })).body.view.step).toMatchObject({ phase: 'running' });
  });

  it('get their first answer when they are repeated', async () => {
    const { candidate, examiner } = await interviewed();
    const commandId = ulid();
    const order: SittingOrder = { kind: 'extend', ms: 60_000, reason: 'late start' };
    const first = await toSitting(examiner, candidate.sittingId, order, commandId);
    const again = await toSitting(examiner, candidate.sittingId, order, commandId);
    expect(again.body.view.clock?.extendedMs).toBe(60_000);
    expect(again.body.revision).toBe(first.body.revision);
  });

  it('defer a candidate once when two officers do it at once, and tell the second who was first', async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    const officers = [
      await staffOf(hall, 'waiting-officer', room),
      await staffOf(hall, 'waiting-officer', room),
    ] as const;
    const answers = await Promise.all(
      officers.map((each) => toSitting(each, candidate.sittingId, { kind: 'defer' })),
    );
    const second = answers.find(({ refused }) => refused);
    const first = officers[answers.findIndex(({ refused }) => !refused)];
    expect(second).toMatchObject({ status: 409, refused: 'ALREADY_DONE' });
    expect(second?.details).toMatchObject({ by: `staff:${first?.staffId}`, byName: '李老师' });
    expect((await candidate.look())?.step).toMatchObject({ deferrals: 1 });
  });

  it('reopen a sitting only while nobody else is in the exam room', async () => {
    const { room, candidate, examiner } = await interviewed();
    const chief = await staffOf(hall, 'chief-examiner', room);
    await toSitting(examiner, candidate.sittingId, { kind: 'end' });
    await candidate.lookUntil(({ phase }) => phase === 'over');
    const next = await waitingCandidate(room, '李四');
    await until(
      () => toRoom(examiner, room, invite(next)),
      ({ refused }) => !refused,
    );
    await until(
      () => hall.source.getRepository<Room>('Room').findOneByOrFail({ id: room.id }),
      ({ view }) => view?.occupant?.sittingId === next.sittingId,
    );
    const order: SittingOrder = { kind: 'reopen', ms: 300_000, reason: 'ended by mistake' };
    const refused = await toSitting(chief, candidate.sittingId, order);
    expect(refused).toMatchObject({ status: 409, refused: 'ROOM_OCCUPIED' });
    expect(refused.details).toMatchObject({ sittingId: next.sittingId, byName: '李老师', phase: 'invited' });
    await next.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    await toSitting(chief, next.sittingId, { kind: 'defer' });
    await until(
      () => hall.source.getRepository<Room>('Room').findOneByOrFail({ id: room.id }),
      ({ view }) => view?.occupant === null,
    );
    const commandId = ulid();
    expect((await toSitting(chief, candidate.sittingId, order, commandId)).status).toBe(200);
    const again = await toSitting(chief, candidate.sittingId, order, commandId);
    expect([again.status, again.body.view.phase]).toEqual([200, 'going-on']);
  });

  it('are refused before the sitting began, and without words where words are wanted', async () => {
    const room = await openDay(hall);
    const candidate = await arrive(hall, room);
    const chief = await staffOf(hall, 'chief-examiner', room);
    expect((await toSitting(chief, candidate.sittingId, { kind: 'end' })).refused).toBe('NOT_NOW');
    const unreasoned = { kind: 'extend', ms: 60_000 } as unknown as SittingOrder;
    expect((await toSitting(chief, candidate.sittingId, unreasoned)).refused).toBe('MALFORMED');
  });

  it('are for whoever may give them', async () => {
    const { room, candidate } = await interviewed();
    const secretary = await staffOf(hall, 'secretary', room);
    expect((await toSitting(secretary, candidate.sittingId, { kind: 'end' })).refused).toBe('NOT_ALLOWED');
    const dispatch = { kind: 'dispatch', question: 'q1' } as const;
    expect((await toSitting(secretary, candidate.sittingId, dispatch)).refused).toBe('NOT_ALLOWED');
    const examiner = await staffOf(hall, 'examiner', room);
    expect((await toSitting(examiner, candidate.sittingId, dispatch)).status).toBe(200);
  });

  it('show an examiner nothing of how the identity check went', async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    const chief = await staffOf(hall, 'chief-examiner', room);
    const waive: SittingOrder = {
      kind: 'waive',
      step: 'cameras',
      requirement: 'second-camera',
      reason: 'no phone',
    };
    const told = await toSitting(chief, candidate.sittingId, { kind: 'defer' });
    expect(told.body.view.identity).toBe('person-will-look');
    const examiner = await staffOf(hall, 'examiner', room);
    await toRoom(examiner, room, invite(candidate));
    await candidate.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    await candidate.must({ name: 'waiting.accept' });
    const answer = await toSitting(examiner, candidate.sittingId, { kind: 'dispatch', question: 'q1' });
    expect(answer.body.view.identity).toBe('not-yet');
    expect(answer.body.view.steps.map(({ status }) => status)).not.toContain('passed-on');
    const refused = await toSitting(examiner, candidate.sittingId, { kind: 'undo-end' });
    expect(refused.details).not.toHaveProperty('view');
    expect((await toSitting(examiner, candidate.sittingId, waive)).refused).toBe('NOT_ALLOWED');
  });
});

describe('the record', () => {
  it('tells what happened, oldest first, and by whom', async () => {
    const room = await openDay(hall);
    const candidate = await waitingCandidate(room);
    const officer = await staffOf(hall, 'waiting-officer', room);
    await toSitting(officer, candidate.sittingId, { kind: 'defer', reason: 'not ready' });
    const read = () => officer.call('sittingRecord', { params: { sittingId: candidate.sittingId } });
    const { body } = await until(read, (answer) =>
      answer.body.events.some(({ kind }) => kind === 'waiting.deferred'),
    );
    expect(body.events[0]).toMatchObject({ kind: 'sitting.opened', revision: 1 });
    expect(body.events.find(({ kind }) => kind === 'waiting.deferred')).toMatchObject({
      by: `staff:${officer.staffId}`,
      byName: '李老师',
      details: { reason: 'not ready' },
    });
    expect(body.events.map(({ kind }) => kind)).toContain('face-check.by-card');
    const examiner = await staffOf(hall, 'examiner', room);
    const seen = await examiner.call('sittingRecord', { params: { sittingId: candidate.sittingId } });
    expect(seen.body.events.map(({ kind }) => kind)).not.toContain('face-check.by-card');
    expect(seen.body.events.map(({ kind }) => kind)).toContain('pledge.agreed');
  });
});

describe('previewing a question', () => {
  it('shows it as the candidate will see it, and writes the look down', async () => {
    const room = await openDay(hall);
    const examiner = await staffOf(hall, 'examiner', room);
    const { body } = await examiner.call('previewQuestion', {
      params: { roomId: room.id, questionId: 'q2' },
    });
    expect(body).toMatchObject({
      id: 'q2',
      text: { en: expect.stringMatching(/white space/) },
      pdfUrl: null,
    });
    const looks = await hall.source.getRepository(AuditEntry).findBy({ subject: room.id });
    expect(looks).toMatchObject([{ action: 'question.preview', byWhom: `staff:${examiner.staffId}` }]);
    const none = await examiner.call('previewQuestion', { params: { roomId: room.id, questionId: 'q99' } });
    expect(none.refused).toBe('NO_SUCH_QUESTION');
  });
});

const calls = {
  openConsole: undefined,
  orderRoom: { commandId: ulid(), order: { kind: 'close' } },
  orderSitting: { commandId: ulid(), order: { kind: 'end' } },
  previewQuestion: undefined,
  sittingRecord: undefined,
};
describe.each(Object.keys(calls) as (keyof typeof calls)[])('%s', (name) => {
  const given = async () => {
    const room = await openDay(hall);
    const candidate = await arrive(hall, room);
    const params = { roomId: room.id, sittingId: candidate.sittingId, questionId: 'q1' };
    return { candidate, call: { params, body: calls[name] } as never };
  };
  it('requires authentication', async () => {
    expect((await createBrowser(hall.url).call(name, (await given()).call)).refused).toBe('NOT_SIGNED_IN');
  });
  it("refuses another's room", async () => {
    const theirs = await staffOf(hall, 'chief-examiner', await openDay(hall));
    expect((await theirs.call(name, (await given()).call)).refused).toBe('NOT_FOUND');
  });
  it('is not for candidates', async () => {
    const { candidate, call } = await given();
    expect((await candidate.browser.call(name, call)).refused).toBe('NOT_ALLOWED');
  });
});
