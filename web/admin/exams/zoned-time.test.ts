import { fromZoned, toZoned } from './zoned-time';

describe('times of a zone', () => {
  it.each([
    ['2026-03-28T09:30', 'Asia/Shanghai', '2026-03-28T01:30:00Z'],
    ['2026-03-28T00:00', 'Asia/Shanghai', '2026-03-27T16:00:00Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00Z'],
    ['2026-12-01T09:00', 'Europe/Berlin', '2026-12-01T08:00:00Z'],
    ['2026-03-08T12:00', 'America/New_York', '2026-03-08T16:00:00Z'],
    ['2026-01-01T00:15', 'Asia/Kathmandu', '2025-12-31T18:30:00Z'],
  ])('%s in %s is %s, and back', (text, zone, instant) => {
    expect(fromZoned(text, zone)).toBe(Date.parse(instant));
    expect(toZoned(Date.parse(instant), zone)).toBe(text);
  });

  it('are none where nothing was written', () => {
    expect(fromZoned('', 'Asia/Shanghai')).toBeNull();
  });
});
