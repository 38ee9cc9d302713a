import { clockFace, spokenMark } from './clock-face';

const minute = 60_000;

describe('the clock', () => {
  it('counts down to the deadline on the server clock', () =>
    expect(clockFace({ deadlineAt: 20 * minute }, 6 * minute + 24_000).remainingMs).toBe(816_000));
  it('warns in the last five minutes', () => {
    expect(clockFace({ deadlineAt: 5 * minute + 1 }, 0).mood).toBe('calm');
    expect(clockFace({ deadlineAt: 5 * minute }, 0)).toMatchObject({ mood: 'warn', minutes: 5 });
  });
  it('turns red in the last minute only', () => {
    expect(clockFace({ deadlineAt: minute + 1 }, 0).mood).toBe('warn');
    expect(clockFace({ deadlineAt: minute }, 0).mood).toBe('bad');
  });
  it('stops at zero', () =>
    expect(clockFace({ deadlineAt: 1000 }, 9000)).toEqual({ remainingMs: 0, mood: 'over', minutes: 0 }));
  it('stands still while paused, whatever the time is', () => {
    const paused = { deadlineAt: null, remainingMs: 42_000 };
    expect(clockFace(paused, 0)).toEqual(clockFace(paused, 99 * minute));
    expect(clockFace(paused, 0)).toMatchObject({ mood: 'paused', remainingMs: 42_000 });
  });
});

describe('the spoken clock', () => {
  it.each([30, 10, 5, 1])('speaks when %s minutes are reached', (mark) =>
    expect(spokenMark(mark * minute + 400, mark * minute - 600)).toBe(mark),
  );
  it('is silent between the marks', () => expect(spokenMark(9 * minute, 9 * minute - 1000)).toBeNull());
  it('says the latest mark after a long sleep of the page', () =>
    expect(spokenMark(31 * minute, 4 * minute)).toBe(5));
  it('is silent when time was added', () => expect(spokenMark(4 * minute, 7 * minute)).toBeNull());
});
