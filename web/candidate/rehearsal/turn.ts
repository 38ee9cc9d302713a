import { beginRehearsal, leaveRehearsal } from '#contract/rehearsal';
import type { Call } from '../../api/client';
import type { Refused } from '../../api/result';

/**
 * Turns this browser to a rehearsal or back. The page then begins anew, so that nothing of the one is left in the
 * other. @returns why not
 */
export async function turn(call: Call, to: 'rehearsal' | 'exam'): Promise<Refused | null> {
  const result = await call(to === 'rehearsal' ? beginRehearsal : leaveRehearsal);
  if (!result.ok) return result;
  window.location.assign('/');
  return null;
}

/** From the result of one to the beginning of the next. */
export async function turnAgain(call: Call): Promise<Refused | null> {
  const left = await call(leaveRehearsal);
  return left.ok ? turn(call, 'rehearsal') : left;
}
