/** How far a device has given way to a narrow uplink, and since when it has been strained or calm. */
export interface Ease {
  readonly level: number;
  readonly changedAt: number;
  readonly strainedSince: number | null;
  readonly calmSince: number | null;
}

export const MOST_EASE = 3;
/** Strain must last: estimates of a fresh connection begin low. */
export const RAISE_AFTER_MS = 6_000;
/** Going back up too soon makes pictures come and go. */
export const LOWER_AFTER_MS = 30_000;

export const atEase = (now: number): Ease => ({
  level: 0,
  changedAt: now,
  strainedSince: null,
  calmSince: now,
});

/** One look at the uplink. `least` is where giving way begins: 2 where there is no second camera to give. */
export function nextEase(ease: Ease, strained: boolean, now: number, least = 0): Ease {
  const strainedSince = strained ? (ease.strainedSince ?? now) : null;
  const calmSince = strained ? null : (ease.calmSince ?? now);
  const noted = { ...ease, strainedSince, calmSince };
  const since = (start: number | null): number =>
    start === null ? -1 : now - Math.max(start, ease.changedAt);
  if (since(strainedSince) >= RAISE_AFTER_MS && ease.level < MOST_EASE) {
    return { ...noted, level: Math.max(least, ease.level) + 1, changedAt: now };
  }
  if (since(calmSince) >= LOWER_AFTER_MS && ease.level > 0) {
    const lower = ease.level - 1;
    return { ...noted, level: lower <= least ? 0 : lower, changedAt: now };
  }
  return noted;
}
