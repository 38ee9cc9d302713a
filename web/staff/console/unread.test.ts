import type { Message } from '#protocol/live.schema';
import { unreadOf, withRead } from './unread';

const message = (
  at: number,
  sittingId: string | null,
  kind: 'candidate' | 'staff' = 'candidate',
): Message => ({
  id: String(at),
  at,
  audience: sittingId ? 'candidate' : 'room',
  sittingId,
  from: { kind, role: kind === 'staff' ? 'waiting-officer' : null, name: '', mine: false },
  text: '',
});

describe('what candidates wrote', () => {
  it('counts by candidate until somebody answers', () => {
    const said = [message(1, 'a'), message(2, 'b'), message(3, 'a')];
    expect(unreadOf(said, {})).toEqual({ a: 2, b: 1 });
    expect(unreadOf([...said, message(4, 'a', 'staff')], {})).toEqual({ b: 1 });
    expect(unreadOf([...said, message(4, 'a', 'staff'), message(5, 'a')], {})).toEqual({ a: 1, b: 1 });
  });
  it('is read once the conversation was opened here, and not by an announcement', () => {
    const said = [message(1, 'a'), message(2, 'b'), message(3, null, 'staff')];
    const read = withRead({}, said, 'a');
    expect(unreadOf(said, read)).toEqual({ b: 1 });
    expect(unreadOf([...said, message(4, 'a')], read)).toEqual({ a: 1, b: 1 });
  });
  it('does not unread anything when an empty or older conversation is opened', () => {
    const read = { a: 9 };
    expect(withRead(read, [message(1, 'a')], 'a')).toBe(read);
    expect(withRead(read, [], 'b')).toBe(read);
  });
});
