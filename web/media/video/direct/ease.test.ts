import { atEase, LOWER_AFTER_MS, nextEase, RAISE_AFTER_MS, type Ease } from './ease';

/** Looks at the uplink every 2 s for `ms`; returns the ease at the end and the time. */
function watch(ease: Ease, from: number, ms: number, strained: boolean, least = 0): [Ease, number] {
  let now = from;
  let next = ease;
  while (now < from + ms) {
    now += 2_000;
    next = nextEase(next, strained, now, least);
  }
  return [next, now];
}

describe('giving way to a narrow uplink', () => {
  it('does not begin for a moment of strain', () => {
    const [ease] = watch(atEase(0), 0, RAISE_AFTER_MS - 2_000, true);
    expect(ease.level).toBe(0);
  });
  it('begins with camera 2 and reaches camera 1 last', () => {
    let [ease, now] = watch(atEase(0), 0, RAISE_AFTER_MS + 2_000, true);
    expect(ease.level).toBe(1);
    [ease, now] = watch(ease, now, RAISE_AFTER_MS, true);
    expect(ease.level).toBe(2);
    [ease, now] = watch(ease, now, RAISE_AFTER_MS, true);
    expect(ease.level).toBe(3);
    [ease, now] = watch(ease, now, 10 * RAISE_AFTER_MS, true);
    expect(ease.level).toBe(3);
  });
  it('goes straight to camera 1 where there is no second camera', () => {
    const [ease] = watch(atEase(0), 0, RAISE_AFTER_MS + 2_000, true, 2);
    expect(ease.level).toBe(3);
  });
  it('takes back one step after a long calm', () => {
    const strained: Ease = { ...atEase(0), level: 2, calmSince: null };
    const [soon, now] = watch(strained, 0, LOWER_AFTER_MS, false);
    expect(soon.level).toBe(2);
    expect(watch(soon, now, 2_000, false)[0].level).toBe(1);
  });
  it('goes back to everything where there is no second camera', () => {
    const [ease] = watch({ ...atEase(0), level: 3, calmSince: null }, 0, LOWER_AFTER_MS + 2_000, false, 2);
    expect(ease.level).toBe(0);
  });
  it('starts to count anew when calm is interrupted', () => {
    const strained: Ease = { ...atEase(0), level: 1 };
    const [calm, now] = watch(strained, 0, LOWER_AFTER_MS - 4_000, false);
    const once = nextEase(calm, true, now + 2_000);
    expect(watch(once, now + 2_000, LOWER_AFTER_MS - 4_000, false)[0].level).toBe(1);
  });
});
