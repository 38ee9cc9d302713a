import type { RoomView } from '#protocol/views.schema';
import { ulid } from 'ulid';
import type { Line } from './line';
import { estimateMs, queueOf } from './queue';
import { untouchedRoom } from './room-reading';
import { staffViewIn } from './test/views';

const MINUTE = 60_000;
const NOW = 1_764_000_000_000;

const waiting = (enteredAt: number): Line => line('waiting', { at: enteredAt });
const finished = (at: number, minutes: number): Line =>
  line('interview', { over: { at, interviewMs: minutes * MINUTE } });

function line(kind: 'waiting' | 'interview', given: Parameters<typeof staffViewIn>[2]): Line {
  const sittingId = ulid();
  const staff = staffViewIn(sittingId, kind, given);
  return { sittingId, ticket: '1', name: '张三', revision: 1, queueKey: staff.queueKey, staff };
}

const room = (given: Partial<RoomView> = {}): RoomView => ({ ...untouchedRoom(ulid()), ...given });
const occupied = (sittingId: string, phase: 'invited' | 'inside', since = NOW): Partial<RoomView> => ({
  occupant: { sittingId, phase, by: 'staff:x', since },
});

describe('the queue of a room', () => {
  const first = waiting(NOW - 3_000);
  const second = waiting(NOW - 2_000);
  const third = waiting(NOW - 1_000);

  it('goes by the key, and tells each how many are ahead', () => {
    const queue = queueOf([third, first, second], room(), 20);
    expect([first, second, third].map(({ sittingId }) => queue.ahead.get(sittingId))).toEqual([0, 1, 2]);
    expect(queue.total).toBe(3);
  });

  it('has no place for who is not in the waiting area', () => {
    const inside = line('interview', { at: NOW });
    const queue = queueOf([inside, first], room(), 20);
    expect(queue.ahead.has(inside.sittingId)).toBe(false);
    expect(estimateMs(queue, inside.sittingId, NOW)).toBeNull();
  });

  it('estimates by the flow until interviews of this room are finished', () => {
    const queue = queueOf([first, second], room(), 12);
    expect(estimateMs(queue, first.sittingId, NOW)).toBe(0);
    expect(estimateMs(queue, second.sittingId, NOW)).toBe(12 * MINUTE);
  });

  it('estimates by the median of finished interviews', () => {
    const done = [finished(NOW - 9_000, 10), finished(NOW - 8_000, 14), finished(NOW - 7_000, 60)];
    const queue = queueOf([first, second, ...done], room(), 20);
    expect(estimateMs(queue, second.sittingId, NOW)).toBe(14 * MINUTE);
    const even = queueOf([first, second, ...done.slice(0, 2)], room(), 20);
    expect(estimateMs(even, second.sittingId, NOW)).toBe(12 * MINUTE);
  });

  it('adds what is left of the interview inside, a minute at least', () => {
    const inside = line('interview', { at: NOW - 5 * MINUTE });
    const lines = [inside, first, second];
    const queue = queueOf(lines, room(occupied(inside.sittingId, 'inside')), 20);
    expect(estimateMs(queue, first.sittingId, NOW)).toBe(15 * MINUTE);
    expect(estimateMs(queue, second.sittingId, NOW)).toBe(35 * MINUTE);
    expect(estimateMs(queue, first.sittingId, NOW + 60 * MINUTE)).toBe(MINUTE);
  });

  it('counts one who was invited out of turn', () => {
    const queue = queueOf([first, second, third], room(occupied(third.sittingId, 'invited')), 20);
    expect(estimateMs(queue, first.sittingId, NOW)).toBe(20 * MINUTE);
    expect(estimateMs(queue, third.sittingId, NOW)).toBe(40 * MINUTE);
  });

  it.each(['paused', 'closed'] as const)('estimates nothing while the room is %s', (phase) => {
    const queue = queueOf([first], room({ phase }), 20);
    expect(estimateMs(queue, first.sittingId, NOW)).toBeNull();
    expect(queue.ahead.get(first.sittingId)).toBe(0);
  });

  it('changes its estimate no more often than by the minute', () => {
    const inside = line('interview', { at: NOW });
    const queue = queueOf([inside, first], room(occupied(inside.sittingId, 'inside')), 20);
    const seen = new Set([1, 20, 40, 59].map((s) => estimateMs(queue, first.sittingId, NOW + s * 1_000)));
    expect(seen.size).toBe(1);
  });
});
