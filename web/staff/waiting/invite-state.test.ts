import type { ConsoleRow } from '#protocol/live.schema';
import type { CandidateView, RoomView } from '#protocol/views.schema';
import { inviteState } from './invite-state';

const never = { state: 'never', lastSeenAt: null, device: null } as const;
const open: RoomView = {
  roomId: 'r',
  revision: 1,
  phase: 'open',
  lastSeq: 0,
  occupant: null,
  pausedSince: null,
};

function row(sittingId: string, step: CandidateView['step']): ConsoleRow {
  const view: CandidateView = {
    sittingId,
    revision: 1,
    at: 0,
    phase: 'going-on',
    steps: [],
    stepId: 'x',
    step,
    clock: null,
    positions: { 1: null, 2: null },
    identity: 'passed',
    over: null,
    roomSeq: 0,
  };
  const identity = { status: 'passed', caseId: null, reason: null, attemptsUsed: 1 } as const;
  const staff = { view, identity, waived: [], queueKey: sittingId };
  return {
    sittingId,
    ticket: sittingId,
    name: sittingId,
    revision: 1,
    staff,
    presence: { 1: never, 2: never },
    talkingWith: null,
  };
}
const queue = { kind: 'waiting', phase: 'queued', enteredAt: 0, deferrals: 0, missed: 0 } as const;
const first = row('a', queue);
const second = row('b', queue);
const ask = (line: ConsoleRow, room = open, talking = false) =>
  inviteState({ row: line, rows: [first, second], room, talking });

describe('an invitation', () => {
  it('takes one click for the next and a reason for anybody else', () => {
    expect(ask(first).state).toBe('next');
    expect(ask(second).state).toBe('early');
  });
  it('waits while the exam room is taken, and says by whose doing', () => {
    const occupant = { sittingId: 'b', phase: 'invited', by: 'staff:1', since: 5 } as const;
    expect(ask(first, { ...open, occupant })).toEqual({
      state: 'occupied',
      by: 'staff:1',
      since: 5,
      sittingId: 'b',
    });
    expect(ask(second, { ...open, occupant }).state).toBe('invited');
    expect(ask(first, { ...open, occupant: { ...occupant, phase: 'inside' } }).state).toBe('inside');
  });
  it('wants a talk first with who missed two', () => {
    const missed = row('a', { ...queue, phase: 'must-be-called', missed: 2 });
    expect(ask(missed).state).toBe('must-call');
    expect(ask(missed, open, true).state).toBe('call-in');
  });
  it('respects minutes that the candidate asked for', () =>
    expect(ask(row('a', { ...queue, phase: 'away', until: 9 }))).toEqual({ state: 'away', until: 9 }));
  it('is not there before the waiting area, nor in a closed room', () => {
    expect(ask(row('a', { kind: 'notice', phase: 'reading' })).state).toBe('not-waiting');
    expect(ask(first, { ...open, phase: 'closed' }).state).toBe('closed');
  });
});
