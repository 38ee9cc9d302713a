import { capFor, type Cap } from './budget';
import type { Ease } from './ease';

/** What a candidate's device still sends. Sound is on no rung: it is never cut. */
export interface Ladder {
  /** Uploads of what is kept here anyway: sheets, takes. */
  readonly uploads: 'go' | 'wait';
  /** Towards one receiver; null: not sent live, watchers see stills. */
  readonly second: Cap | null;
  readonly first: Cap | null;
  readonly sound: 'whole';
}

/** After strain uploads wait so long for calm: they may have been the strain, and would come and go. */
export const UPLOADS_AGAIN_MS = 10_000;

/**
 * Uploads are the first to give way: at the first sign of strain, long before a picture does. `heard` is how far the
 * other device of this candidate has given way: both share one uplink.
 */
export function uploadsWait(ease: Ease, heard: number, now: number): boolean {
  const { level, strainedSince, calmSince, changedAt } = ease;
  if (level > 0 || heard > 0 || strainedSince !== null) return true;
  const strainEnded = calmSince !== null && calmSince > changedAt;
  return strainEnded && now - calmSince < UPLOADS_AGAIN_MS;
}

/** All rungs at once, as far as a device has gone down: uploads, camera 2, camera 1; sound last, that is never. */
export const ladderOf = (ease: Ease, heard: number, now: number): Ladder => ({
  uploads: uploadsWait(ease, heard, now) ? 'wait' : 'go',
  second: capFor(2, 1, Math.max(ease.level, heard)),
  first: capFor(1, 1, ease.level),
  sound: 'whole',
});
