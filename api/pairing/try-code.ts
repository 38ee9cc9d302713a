import type { PairingCode } from '#models/pairing-code';
import { perCodeTry } from '../auth/slow-downs';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import type { CodeOrToken } from './offers';

/**
 * Looks an offer up. Typed codes are short, so wrong ones slow their address down; links cannot be guessed.
 * @throws AppError PAIRING_EXPIRED, SLOW_DOWN
 */
export async function tryCode(
  { throttle }: Parts,
  address: string,
  given: CodeOrToken,
  find: (given: CodeOrToken) => Promise<PairingCode | null>,
): Promise<PairingCode> {
  const key = `pairing:${address}`;
  const isTyped = 'code' in given;
  // Counted before it is judged, so that many at once are no way around; a right one is taken off again.
  if (isTyped) await throttle.attempt(key, perCodeTry);
  const offer = await find(given);
  if (!offer) throw new AppError('PAIRING_EXPIRED');
  if (isTyped) await throttle.forgive(key);
  return offer;
}
