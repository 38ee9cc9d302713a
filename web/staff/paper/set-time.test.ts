import { nextAt } from './set-time';

const at = Date.parse('2026-03-28T01:41:20Z');

describe('the next time that the hall’s clock shows', () => {
  it('is today where it is still ahead', () =>
    expect(nextAt(at, '09:41', '10:00')).toBe(Date.parse('2026-03-28T02:00:00Z')));
  it('is tomorrow where it has passed, and where it is this very minute', () => {
    expect(nextAt(at, '09:41', '09:00')).toBe(Date.parse('2026-03-29T01:00:00Z'));
    expect(nextAt(at, '09:41', '09:41')).toBe(Date.parse('2026-03-29T01:41:00Z'));
  });
  it('is nothing for what is no time', () => {
    for (const wanted of ['', '25:00', '10:61', 'ten']) expect(nextAt(at, '09:41', wanted)).toBeNull();
  });
});
