import type { SittingInput } from './messages';
import type { Moment } from './protocol/machine';
import type { RoomOrder, SittingOrder } from './protocol/orders.schema';
import { isRefusal, type Refusal } from './protocol/refusals';
import { runOut, takeCommand, takeDeadline, takeDecision, takeResult } from './sitting/commands';
import { takeOrder } from './sitting/orders';
import { applyRoomOrder, inOrder } from './sitting/room-orders';
import { openingState, type Change, type SittingState } from './sitting/state';
import { candidateView, staffView } from './sitting/view';
import { everyStep, flowOf } from './test/flows';
import { moment } from './test/scene';

const inputOf = (flow = everyStep): SittingInput => ({
  sittingId: '01JSITTING0000000000000000',
  examId: 'E',
  roomId: 'R',
  flow,
  photoKey: null,
  extraMs: 0,
  closesAt: 1_000_000,
});
const input = inputOf();
const opened = (given = input) => openingState(given, moment(0, 'system')).state;
const ok = (answer: Change | Refusal): Change => {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};
type Command = Parameters<typeof takeCommand>[2]['command'];
const ask = (state: SittingState, stepId: string | null, command: Command, at = 10, given = input) =>
  takeCommand(given, state, { stepId, command }, moment(at));
const staff = (at: number): Moment => moment(at, 'staff:chief');
const order = (state: SittingState, given: SittingOrder, at = 20, of = input) =>
  takeOrder(of, state, given, staff(at));
const roomSays = (state: SittingState, given: RoomOrder, seq = 1, at = 30, of = input) => {
  const numbered = { roomId: 'R', seq, to: null, effectiveAt: at, by: 'staff:chief', order: given };
  return applyRoomOrder(of, state, numbered, staff(at));
};
const kinds = (change: Change) => change.events.map(({ kind }) => kind);

const talk = inputOf(flowOf(['waiting', 'interview']));
const invitation: RoomOrder = { kind: 'invite', sittingId: talk.sittingId, called: false };
const invited = () => roomSays(opened(talk), invitation, 1, 100, talk).state;
const inside = (given = talk) =>
  ok(takeCommand(given, invited(), { stepId: 'waiting', command: { name: 'waiting.accept' } }, moment(200)))
    .state;
const over = () => {
  const ending = ok(order(inside(), { kind: 'end' }, 300, talk)).state;
  return takeDeadline(talk, ending, moment(13_300, 'system')).state;
};

describe('a sitting', () => {
  it('opens at its first step and knows the rest', () => {
    const view = candidateView(input, opened(), 5);
    expect(view).toMatchObject({ phase: 'going-on', stepId: 'notice', identity: 'not-yet', clock: null });
    expect(view.steps.map(({ status }) => status)).toEqual(['now', ...Array(6).fill('next')]);
  });

  it('enters the next step when one is done, stamped when it was said', () => {
    const change = ok(ask(opened(), 'notice', { name: 'notice.read' }, 77));
    expect(kinds(change)).toEqual(['notice.read', 'step.entered']);
    expect(candidateView(input, change.state, 99).steps.slice(0, 2)).toEqual([
      { id: 'notice', kind: 'notice', status: 'done', at: 77 },
      { id: 'pledge', kind: 'pledge', status: 'now', at: 77 },
    ]);
  });

  it('refuses commands of another step or kind', () => {
    const refused = { refused: 'NOT_NOW', details: { stepId: 'notice' } };
    expect(ask(opened(), 'cameras', { name: 'cameras.finish' })).toEqual(refused);
    expect(ask(opened(), 'notice', { name: 'cameras.finish' })).toEqual(refused);
    expect(ask(opened(), null, { name: 'notice.read' })).toEqual(refused);
  });

  it('is over when its last step is done, and refuses all but checking in', () => {
    const short = inputOf(flowOf(['notice']));
    const { state } = ok(ask(opened(short), 'notice', { name: 'notice.read' }, 40, short));
    expect(state.over).toEqual({ at: 40, by: 'candidate', cause: 'finished' });
    expect(candidateView(short, state, 50)).toMatchObject({ phase: 'over', stepId: null, step: null });
    expect(ask(state, 'notice', { name: 'notice.read' }, 50, short)).toMatchObject({
      refused: 'ALREADY_OVER',
    });
    expect(kinds(ok(ask(state, null, { name: 'check-in' }, 60, short)))).toEqual(['sitting.checked-in']);
  });

  it('gives a position to the newest device', () => {
    const join = (state: SittingState, epoch: number, at: number) =>
      ask(state, null, { name: 'position-joined', position: 2, epoch }, at);
    const first = ok(join(opened(), 1, 11)).state;
    expect(first.positions[2]).toEqual({ epoch: 1, joinedAt: 11 });
    const second = ok(join(first, 2, 12)).state;
    expect(second.positions[2]).toEqual({ epoch: 2, joinedAt: 12 });
    expect(join(second, 1, 13)).toEqual({ refused: 'SUPERSEDED', details: { since: 12 } });
    expect(ok(join(second, 2, 14)).events).toEqual([]);
  });
});

describe('waiving', () => {
  const waive = (step: string, requirement: 'camera' | 'second-camera', state = opened()) =>
    order(state, { kind: 'waive', step, requirement, reason: 'broken' });

  it('lets a step pass that is still to come, once, and says who did it', () => {
    const { state } = ok(waive('cameras', 'second-camera'));
    expect(staffView(input, state, 1).waived).toEqual([
      { step: 'cameras', requirement: 'second-camera', by: 'staff:chief', at: 20 },
    ]);
    expect(waive('cameras', 'second-camera', state)).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: 20 },
    });
  });

  it('refuses what no step asks for and what is behind', () => {
    expect(waive('cameras', 'camera')).toEqual({ refused: 'NOT_FOUND' });
    expect(waive('nowhere', 'camera')).toEqual({ refused: 'NOT_FOUND' });
    const two = inputOf(flowOf(['cameras', 'notice']));
    const around = ok(
      ask(opened(two), null, { name: 'position-joined', position: 2, epoch: 1 }, 1, two),
    ).state;
    const behind = ok(ask(around, 'cameras', { name: 'cameras.finish' }, 2, two)).state;
    const late: SittingOrder = {
      kind: 'waive',
      step: 'cameras',
      requirement: 'second-camera',
      reason: 'late',
    };
    expect(order(behind, late, 20, two)).toEqual({ refused: 'NOT_NOW' });
  });
});

describe('identity', () => {
  const face = inputOf(flowOf(['face', 'notice']));
  const byCard = () => ok(ask(opened(face), 'face', { name: 'face-check.by-card' }, 10, face));
  const caseId = `${face.sittingId}.face`;

  it('opens a case and goes on: it holds back the result, never the exam', () => {
    const change = byCard();
    expect(candidateView(face, change.state, 1)).toMatchObject({
      stepId: 'notice',
      identity: 'person-will-look',
      steps: [{ status: 'passed-on' }, { status: 'now' }],
    });
    expect(staffView(face, change.state, 1).identity).toEqual({
      status: 'open',
      caseId,
      reason: 'by-card',
      attemptsUsed: 0,
    });
    expect(change.errands).toMatchObject([{ stepId: 'face', effect: { kind: 'open-identity-case' } }]);
  });

  it('learns the decision of its own case once', () => {
    const decision = { caseId, verdict: 'same' as const, by: 'staff:officer', at: 90 };
    const { state } = ok(takeDecision(byCard().state, decision));
    expect(staffView(face, state, 1).identity.status).toBe('same');
    expect(candidateView(face, state, 1).identity).toBe('decided');
    expect(takeDecision(state, decision)).toEqual({ refused: 'NOT_NOW' });
    expect(takeDecision(byCard().state, { ...decision, caseId: 'other' })).toEqual({ refused: 'NOT_NOW' });
  });

  it('drops a verdict that comes after the step', () => {
    const fault = { kind: 'face-fault' as const, nonce: 'n', code: 'UNAVAILABLE' };
    expect(takeResult(face, byCard().state, 'face', fault, moment(99))).toEqual({ refused: 'NOT_NOW' });
  });
});

describe('invitation', () => {
  it('shows the place in the queue only in the waiting area', () => {
    expect(staffView(talk, opened(talk), 1).queueKey).toBe('000.000000000000000');
    const deferred = ok(order(opened(talk), { kind: 'defer' }, 20, talk)).state;
    expect(staffView(talk, deferred, 1).queueKey).toBe('001.000000000000000');
    expect(staffView(talk, inside(), 1).queueKey).toBeNull();
  });

  it('that cannot be taken is told to the room at once, with the reason and its number', () => {
    const change = roomSays(inside(), invitation, 2, 250, talk);
    expect(change.errands).toMatchObject([
      { effect: { kind: 'tell-room', change: 'declined', code: 'NOT_NOW', seq: 2 } },
    ]);
    expect(change.state.roomSeq).toBe(2);
    expect(roomSays(over(), invitation, 2, 250, talk).errands).toMatchObject([
      { effect: { change: 'declined', code: 'ALREADY_OVER' } },
    ]);
  });
});

describe('time', () => {
  it('is booked on the clock only where one runs', () => {
    const extend: SittingOrder = { kind: 'extend', ms: 60_000, reason: 'slow line' };
    expect(order(opened(), extend)).toEqual({ refused: 'NOT_NOW' });
    const before = candidateView(talk, inside(), 300).clock;
    const after = candidateView(talk, ok(order(inside(), extend, 300, talk)).state, 300).clock;
    expect((after?.deadlineAt ?? 0) - (before?.deadlineAt ?? 0)).toBe(60_000);
    expect(after?.extendedMs).toBe(60_000);
  });

  it('stands still by the room and by staff, and the loser of a race is told who was first', () => {
    const paused = ok(order(inside(), { kind: 'pause', reason: 'noise' }, 400, talk)).state;
    expect(candidateView(talk, paused, 500).clock).toMatchObject({ deadlineAt: null, pausedSince: 400 });
    const first = { refused: 'ALREADY_DONE', details: { by: 'staff:chief', at: 400 } };
    expect(order(paused, { kind: 'pause', reason: 'noise' }, 410, talk)).toEqual(first);
    const resumed = ok(order(paused, { kind: 'resume' }, 450, talk)).state;
    expect(candidateView(talk, resumed, 500).clock?.creditedMs).toBe(50);
    expect(order(resumed, { kind: 'resume' }, 460, talk)).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: 450 },
    });
    expect(order(inside(), { kind: 'resume' }, 460, talk)).toEqual({ refused: 'NOT_NOW' });
  });

  it('starts standing still for who enters while the room is paused', () => {
    const paused = roomSays(invited(), { kind: 'pause', reason: 'noise' }, 2, 150, talk).state;
    const accept = { stepId: 'waiting', command: { name: 'waiting.accept' as const } };
    const { state } = ok(takeCommand(talk, paused, accept, moment(200)));
    expect(candidateView(talk, state, 250).clock).toMatchObject({ deadlineAt: null, pausedSince: 200 });
    const resumed = roomSays(state, { kind: 'resume' }, 3, 260, talk).state;
    expect(candidateView(talk, resumed, 300).clock?.deadlineAt).toBe(200 + 60 + 20 * 60_000);
  });

  it('is given back for an outage that is over, not for one to come', () => {
    const credit = (from: number, to: number): SittingOrder => ({
      kind: 'credit',
      cause: 'our-outage',
      from,
      to,
      reason: 'power cut',
    });
    const { state } = ok(order(inside(), credit(250, 300), 400, talk));
    expect(candidateView(talk, state, 400).clock?.creditedMs).toBe(50);
    expect(order(inside(), credit(300, 250), 400, talk)).toMatchObject({ refused: 'MALFORMED' });
    expect(order(inside(), credit(300, 500), 400, talk)).toMatchObject({ refused: 'MALFORMED' });
  });
});

describe('the end', () => {
  it('by staff stands after it could have been taken back', () => {
    expect(over().over).toEqual({ at: 300, by: 'staff:chief', cause: 'staff' });
    const first = { by: 'staff:chief', at: 300 };
    expect(order(over(), { kind: 'end' }, 20_000, talk)).toEqual({ refused: 'ALREADY_DONE', details: first });
    expect(order(over(), { kind: 'undo-end' }, 20_000, talk)).toEqual({
      refused: 'UNDO_EXPIRED',
      details: first,
    });
    expect(order(over(), { kind: 'defer' }, 20_000, talk)).toEqual({
      refused: 'ALREADY_OVER',
      details: first,
    });
  });

  it('can be opened again with time on the clock, once at a time', () => {
    const reopen: SittingOrder = { kind: 'reopen', ms: 60_000, reason: 'ended by mistake' };
    const change = ok(order(over(), reopen, 50_000, talk));
    expect(candidateView(talk, change.state, 50_000)).toMatchObject({
      phase: 'going-on',
      stepId: 'interview',
      clock: { deadlineAt: 110_000 },
    });
    expect(kinds(change)).toEqual(['sitting.reopened', 'interview.reopened']);
    expect(order(change.state, reopen, 50_001, talk)).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: 50_000 },
    });
    expect(order(inside(), reopen, 300, talk)).toEqual({ refused: 'NOT_NOW' });
  });

  it('by the room’s closing is undone by its reopening, where the candidate was', () => {
    const closed = roomSays(opened(talk), { kind: 'close' }, 1, 500, talk);
    expect(closed.state.over).toMatchObject({ cause: 'room-closed', by: 'staff:chief' });
    expect(closed.errands).toMatchObject([{ effect: { kind: 'tell-room', change: 'left' } }]);
    const again = roomSays(closed.state, { kind: 'reopen', reason: 'late' }, 2, 600, talk).state;
    expect(candidateView(talk, again, 700)).toMatchObject({ phase: 'going-on', stepId: 'waiting' });
    expect(roomSays(over(), { kind: 'reopen', reason: 'late' }, 2, 600, talk).state.over).not.toBeNull();
    const one = order(closed.state, { kind: 'reopen', ms: 1_000, reason: 'late' }, 600, talk);
    expect(ok(one).state).toMatchObject({ over: null, index: 0 });
  });

  it('of a step that cannot go on is not opened again', () => {
    const short = inputOf(flowOf(['notice']));
    const { state } = ok(ask(opened(short), 'notice', { name: 'notice.read' }, 40, short));
    expect(order(state, { kind: 'reopen', ms: 1_000, reason: 'late' }, 50, short)).toEqual({
      refused: 'NOT_NOW',
    });
  });

  it('comes by itself long after the exam’s day', () => {
    expect(runOut(input, opened(), moment(9, 'system')).state.over).toEqual({
      at: 9,
      by: 'system',
      cause: 'clock',
    });
  });
});

it('applies a pull in order, each number once, whatever way it came', () => {
  const row = (seq: number) => ({
    roomId: 'R',
    seq,
    to: null,
    effectiveAt: seq,
    by: 'staff:chief',
    order: { kind: 'resume' as const },
  });
  expect(inOrder([3, 1, 2, 3, 5].map(row), 1).map(({ seq }) => seq)).toEqual([2, 3, 5]);
});
