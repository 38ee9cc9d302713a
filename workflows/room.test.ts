import type { Occupancy, RoomInput } from './messages';
import type { RoomOrder } from './protocol/orders.schema';
import { isRefusal } from './protocol/refusals';
import { takeOccupancy } from './room/occupancy';
import { takeRoomOrder } from './room/orders';
import { openRoom, roomView, type RoomState } from './room/state';

const input: RoomInput = { roomId: 'R', examId: 'E', closesAt: 1_000_000 };
const order = (state: RoomState, given: RoomOrder, receivedAt = 10, by = 'staff:a') =>
  takeRoomOrder(input, state, { order: given, receivedAt, by });
const after = (state: RoomState, given: RoomOrder, at?: number, by?: string): RoomState => {
  const answer = order(state, given, at, by);
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer.state;
};
const invite = (sittingId: string): RoomOrder => ({ kind: 'invite', sittingId, called: false });
const pause: RoomOrder = { kind: 'pause', reason: 'noise' };
const news = (sittingId: string, change: Occupancy['change'], seq: number | null): Occupancy => ({
  sittingId,
  at: 50,
  change,
  code: null,
  seq,
});
const hear = (state: RoomState, ...all: Occupancy[]) =>
  all.reduce((now, each) => takeOccupancy(now, each) ?? now, state);
const invited = after(openRoom(), invite('A'));

describe('orders of a room', () => {
  it('have numbers without gaps and instants that never go back', () => {
    const first = order(openRoom(), pause, 100);
    if (isRefusal(first)) throw new Error('refused');
    const second = order(first.state, { kind: 'resume' }, 90);
    if (isRefusal(second)) throw new Error('refused');
    expect([first.order, second.order].map(({ seq, effectiveAt }) => [seq, effectiveAt])).toEqual([
      [1, 100],
      [2, 100],
    ]);
  });

  it('use up no number when they are refused', () => {
    expect(isRefusal(order(invited, invite('B')))).toBe(true);
    expect(after(invited, pause).lastSeq).toBe(2);
  });

  it('go to one guest, or to everybody', () => {
    const guest = order(openRoom(), invite('A'));
    const everybody = order(openRoom(), pause);
    expect(guest).toMatchObject({ order: { to: 'A', by: 'staff:a' } });
    expect(everybody).toMatchObject({ order: { to: null } });
  });

  it.each<[string, RoomState, RoomOrder, object]>([
    [
      'pausing twice',
      after(openRoom(), pause),
      pause,
      { refused: 'ALREADY_DONE', details: { by: 'staff:a' } },
    ],
    ['resuming what never paused', openRoom(), { kind: 'resume' }, { refused: 'NOT_NOW' }],
    [
      'resuming twice',
      after(after(openRoom(), pause), { kind: 'resume' }, 20, 'staff:b'),
      { kind: 'resume' },
      { refused: 'ALREADY_DONE', details: { by: 'staff:b', at: 20 } },
    ],
    [
      'reopening what was never closed',
      openRoom(),
      { kind: 'reopen', reason: 'late' },
      { refused: 'NOT_NOW' },
    ],
    [
      'closing twice',
      after(openRoom(), { kind: 'close' }),
      { kind: 'close' },
      { refused: 'ALREADY_DONE', details: { by: 'staff:a', at: 10 } },
    ],
    ['inviting when closed', after(openRoom(), { kind: 'close' }), invite('A'), { refused: 'ROOM_CLOSED' }],
    ['inviting while paused', after(openRoom(), pause), invite('A'), { refused: 'NOT_NOW' }],
    ['closing while somebody is inside', invited, { kind: 'close' }, { refused: 'ROOM_OCCUPIED' }],
  ])('refuse %s', (_what, state, given, refusal) => {
    expect(order(state, given, 30, 'staff:c')).toMatchObject(refusal);
  });

  it('open a closed room again, without its pause', () => {
    const closed = after(after(openRoom(), pause), { kind: 'close' });
    const again = after(closed, { kind: 'reopen', reason: 'one is late' });
    expect(roomView(input, again)).toMatchObject({ phase: 'open', pausedSince: null });
  });
});

describe('the exam room', () => {
  it('is for one candidate; the second who invites is told who, whom and when', () => {
    expect(order(invited, invite('B'), 40, 'staff:b')).toEqual({
      refused: 'ROOM_OCCUPIED',
      details: { sittingId: 'A', phase: 'invited', by: 'staff:a', at: 10 },
    });
    expect(order(invited, invite('A'), 40, 'staff:b')).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:a', at: 10 },
    });
  });

  it('knows invited from inside, and is free when its guest left', () => {
    const inside = hear(invited, news('A', 'entered', 1));
    expect(roomView(input, inside).occupant).toEqual({
      sittingId: 'A',
      phase: 'inside',
      by: 'staff:a',
      since: 50,
    });
    expect(hear(inside, news('A', 'left', null)).occupant).toBeNull();
  });

  it.each(['declined', 'missed'] as const)('is free when an invitation was %s', (change) => {
    expect(hear(invited, news('A', change, 1)).occupant).toBeNull();
  });

  it('is not freed by a late answer to an earlier invitation, nor by somebody else', () => {
    const again = after(hear(invited, news('A', 'missed', 1)), invite('A'));
    expect(hear(again, news('A', 'declined', 1)).occupant).toMatchObject({ sittingId: 'A', seq: 2 });
    expect(hear(again, news('B', 'left', null)).occupant).toMatchObject({ sittingId: 'A' });
    expect(takeOccupancy(again, news('B', 'left', null))).toBeNull();
  });

  it('stays taken while a reopened sitting is inside as well', () => {
    const both = hear(invited, news('A', 'entered', 1), news('Z', 'entered', null));
    expect(both.occupant).toMatchObject({ sittingId: 'A' });
    const one = hear(both, news('A', 'left', null));
    expect(one.occupant).toMatchObject({ sittingId: 'Z', phase: 'inside' });
    expect(hear(one, news('Z', 'left', null)).occupant).toBeNull();
    expect(hear(both, news('Z', 'left', null)).others).toEqual([]);
  });
});
