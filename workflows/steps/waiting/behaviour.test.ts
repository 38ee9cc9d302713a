import { waiting } from './behaviour';
import type { WaitingState } from './state';
import { accepted, around, kinds, moment } from '../../test/scene';

const step = {
  id: 'waiting',
  kind: 'waiting',
  invitationSeconds: 120,
  remindAfterSeconds: 60,
  expectedMinutes: 20,
} as const;
const scene = (state: WaitingState, roomPaused = false) => ({ step, state, around: around({ roomPaused }) });
const queued = waiting.enter(step, around(), moment(1_000)).state;
const ask = (state: WaitingState, name: 'accept' | 'more-time' | 'back', at: number) =>
  waiting.accept(scene(state), { name: `waiting.${name}` } as const, moment(at));
const away = (state: WaitingState, minutes: number, at: number) =>
  waiting.accept(scene(state), { name: 'waiting.away', minutes }, moment(at));
const invite = (state: WaitingState, at: number, called = false, seenAt = at) =>
  waiting.onOrder(
    scene(state),
    { kind: 'invite', seq: 7, called, reason: null },
    moment(at, 'staff:officer', { seenAt }),
  );
const invited = (state: WaitingState = queued, at = 10_000, called = false) =>
  accepted(invite(state, at, called)).state;
const expire = (state: WaitingState, roomPaused = false) =>
  waiting.onDeadline(scene(state, roomPaused), moment(140_000, 'system'));

describe('waiting area and invitation (2.1.6, 2.1.8)', () => {
  it('invites for two minutes with a reminder after one, from when it was said', () => {
    expect(waiting.view(scene(invited()))).toEqual({
      kind: 'waiting',
      phase: 'invited',
      enteredAt: 1_000,
      deferrals: 0,
      missed: 0,
      by: 'staff:officer',
      invitedAt: 10_000,
      expiresAt: 130_000,
      remindAt: 70_000,
      moreTimeGiven: false,
    });
  });

  it('moves on to the next step and tells the room when the candidate starts in time', () => {
    const outcome = accepted(ask(invited(), 'accept', 130_000));
    expect(outcome.done).toBe('done');
    expect(outcome.effects).toEqual([
      { kind: 'tell-room', change: 'entered', at: 130_000, code: null, seq: 7 },
    ]);
    expect(ask(invited(), 'accept', 130_001)).toEqual({
      refused: 'TOO_LATE',
      details: { closedAt: 130_000 },
    });
  });

  it('gives one more minute once an invitation', () => {
    const { state } = accepted(ask(invited(), 'more-time', 20_000));
    expect(state).toMatchObject({ expiresAt: 190_000, moreTimeGiven: true });
    expect(ask(state, 'more-time', 30_000)).toEqual({ refused: 'NO_MORE_TIME' });
    const again = invited(expire(state).state, 200_000);
    expect(accepted(ask(again, 'more-time', 210_000)).state).toMatchObject({ expiresAt: 380_000 });
    expect(ask(queued, 'more-time', 1)).toEqual({ refused: 'NOT_NOW' });
  });

  it('holds its timer back so that a start stamped in time still counts', () => {
    expect(waiting.deadline(scene(invited()))).toBe(133_000);
    expect(waiting.deadline(scene(queued))).toBeNull();
  });

  it('puts back to the end who missed once, and asks for a call after the second time', () => {
    const once = expire(invited());
    expect(once.state).toMatchObject({ phase: 'queued', missed: 1, deferrals: 1 });
    expect(once.effects).toMatchObject([{ kind: 'tell-room', change: 'missed', seq: 7 }]);
    const twice = expire(invited(once.state, 200_000));
    expect(twice.state).toMatchObject({ phase: 'must-be-called', missed: 2 });
    expect(invite(twice.state, 300_000)).toEqual({ refused: 'MUST_BE_CALLED', details: { missed: 2 } });
    const called = invited(twice.state, 300_000, true);
    expect(called.phase).toBe('invited');
    expect(expire(called).state).toMatchObject({ phase: 'must-be-called', missed: 3 });
  });

  it('does not count an invitation that ran out while the room stood still', () => {
    const outcome = expire(invited(), true);
    expect(outcome.state).toEqual(queued);
    expect(outcome.effects).toMatchObject([{ change: 'declined', code: 'ROOM_PAUSED' }]);
  });

  it('does not count one that reached the candidate only after it ran out', () => {
    expect(invite(queued, 10_000, false, 130_000)).toMatchObject({ refused: 'TOO_LATE' });
  });

  it('holds an invitation while the candidate is away, unless he is called', () => {
    const { state } = accepted(away(queued, 5, 10_000));
    expect(invite(state, 20_000)).toEqual({ refused: 'CANDIDATE_AWAY', details: { until: 310_000 } });
    expect(invited(state, 20_000, true).phase).toBe('invited');
    expect(invited(state, 310_000).phase).toBe('invited');
    expect(waiting.deadline(scene(state))).toBe(310_000);
    expect(waiting.onDeadline(scene(state), moment(310_000)).state).toEqual(queued);
    expect(accepted(ask(state, 'back', 20_000)).state).toEqual(queued);
  });

  it('takes no absence once there is an invitation', () => {
    expect(away(invited(), 5, 20_000)).toEqual({ refused: 'NOT_NOW' });
    expect(ask(queued, 'back', 20_000)).toEqual({ refused: 'NOT_NOW' });
  });

  it('tells the second who invites who was first', () => {
    expect(invite(invited(), 20_000)).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:officer', at: 10_000 },
    });
  });

  it('defers to the end, taking an invitation back', () => {
    const defer = (state: WaitingState) =>
      accepted(waiting.onOrder(scene(state), { kind: 'defer' }, moment(50_000, 'staff:officer')));
    expect(defer(queued).state).toMatchObject({ phase: 'queued', deferrals: 1, missed: 0 });
    expect(defer(queued).effects).toEqual([]);
    const outcome = defer(invited());
    expect(outcome.effects).toMatchObject([{ change: 'declined', code: 'DEFERRED', seq: 7 }]);
    expect(kinds(outcome)).toEqual(['waiting.deferred']);
    expect(defer(expire(invited(expire(invited()).state)).state).state.phase).toBe('must-be-called');
  });

  it('counts two deferrals at once as one, and tells the second who was first', () => {
    const defer = (state: WaitingState, by: string, at: number) =>
      waiting.onOrder(scene(state), { kind: 'defer' }, moment(at, by));
    const first = accepted(defer(queued, 'staff:li', 50_000)).state;
    const no = { refused: 'ALREADY_DONE', details: { by: 'staff:li', at: 50_000 } };
    expect(defer(first, 'staff:wang', 50_900)).toEqual(no);
    expect(defer(first, 'staff:wang', 49_900)).toEqual(no);
    expect(accepted(defer(first, 'staff:li', 50_900)).state.deferrals).toBe(2);
    expect(accepted(defer(first, 'staff:wang', 60_000)).state.deferrals).toBe(2);
  });

  it("keeps who deferred off the candidate's page, and remembers it in the queue", () => {
    const deferred = accepted(
      waiting.onOrder(scene(queued), { kind: 'defer' }, moment(50_000, 'staff:li')),
    ).state;
    expect(waiting.view(scene(deferred))).not.toHaveProperty('deferred');
    expect(accepted(away(deferred, 5, 51_000)).state).toMatchObject({ deferred: { by: 'staff:li' } });
  });

  it('records why somebody was invited out of order', () => {
    const outcome = accepted(
      waiting.onOrder(
        scene(queued),
        { kind: 'invite', seq: 9, called: false, reason: 'train at noon' },
        moment(10_000, 'staff:officer'),
      ),
    );
    expect(outcome.events[0]).toMatchObject({
      kind: 'waiting.invited',
      details: { reason: 'train at noon' },
    });
  });
});
