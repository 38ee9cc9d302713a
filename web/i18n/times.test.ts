import {
  clockSeconds,
  clockSpan,
  clockTime,
  countdown,
  day,
  elapsed,
  isoDay,
  minutesUntil,
  split,
} from './times';

/** Saturday 28 March 2026, 01:46:12 UTC: 09:46:12 in Shanghai. */
const at = Date.UTC(2026, 2, 28, 1, 46, 12);

describe('times on the screen', () => {
  it("are the institution's, 24 h", () => {
    expect(clockTime(at)).toBe('09:46');
    expect(clockSeconds(at)).toBe('09:46:12');
    expect(clockTime(at, 'Europe/Berlin')).toBe('02:46');
  });
  it('write midnight as 00, not 24', () => expect(clockTime(Date.UTC(2026, 2, 27, 16))).toBe('00:00'));
  it('join the ends of a window', () => expect(clockSpan(at, at + 5_400_000)).toBe('09:46 – 11:16'));
});

describe('days on the screen', () => {
  it('follow the language', () => {
    expect(day(at, 'zh')).toBe('3 月 28 日 周六');
    expect(day(at, 'en')).toBe('Sat 28 March');
  });
  it('are days of the institution, not of UTC', () => {
    const lateEvening = Date.UTC(2026, 2, 27, 17);
    expect(day(lateEvening, 'en')).toBe('Sat 28 March');
    expect(isoDay(lateEvening)).toBe('2026-03-28');
  });
});

describe('a countdown', () => {
  it('shows minutes and seconds', () => expect(countdown(816_000)).toBe('13:36'));
  it('adds hours only when there are any', () => expect(countdown(3_725_000)).toBe('1:02:05'));
  it('reaches 00:00 only at the end', () => {
    expect(countdown(1)).toBe('00:01');
    expect(countdown(0)).toBe('00:00');
    expect(countdown(-5000)).toBe('00:00');
  });
});

describe('durations', () => {
  it('count time that has passed in whole seconds', () => expect(elapsed(112_900)).toBe('01:52'));
  it('count begun minutes until an instant', () => {
    expect(minutesUntil(at + 18 * 60_000, at)).toBe(18);
    expect(minutesUntil(at + 17 * 60_000 + 1, at)).toBe(18);
    expect(minutesUntil(at - 1, at)).toBe(0);
  });
  it('split into hours, minutes and seconds', () =>
    expect(split(9_005_000)).toEqual({ hours: 2, minutes: 30, seconds: 5 }));
});
