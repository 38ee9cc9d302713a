import type { RoomView } from '#protocol/views.schema';
import { consoleRow, here, never, queued } from '../test/console-row';
import { inviteState } from './invite-state';

const open: RoomView = {
  roomId: 'r',
  revision: 1,
  phase: 'open',
  lastSeq: 0,
  occupant: null,
  pausedSince: null,
};
const first = consoleRow('a', { step: queued });
const second = consoleRow('b', { step: queued });
const ask = (row: typeof first, room = open, talking = false) =>
  inviteState({ row, rows: [first, second], room, talking });

describe('an invitation', () => {
  it('takes one click for the next and a reason for anybody else', () => {
    expect(ask(first).state).toBe('next');
    expect(ask(second).state).toBe('early');
  });
  it('wants a reason for somebody whom it may not reach', () =>
    expect(
      ask(consoleRow('a', { step: queued, presence: { 1: { ...never, state: 'lost' }, 2: here } })).state,
    ).toBe('silent'));
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
    const missed = consoleRow('a', { step: { ...queued, phase: 'must-be-called', missed: 2 } });
    expect(ask(missed).state).toBe('must-call');
    expect(ask(missed, open, true).state).toBe('call-in');
  });
  it('respects minutes that the candidate asked for', () =>
    expect(ask(consoleRow('a', { step: { ...queued, phase: 'away', until: 9 } }))).toEqual({
      state: 'away',
      until: 9,
    }));
  it('is not there before the waiting area, nor in a closed room', () => {
    expect(ask(consoleRow('a', { step: { kind: 'notice', phase: 'reading' } })).state).toBe('not-waiting');
    expect(ask(first, { ...open, phase: 'closed' }).state).toBe('closed');
  });
});
