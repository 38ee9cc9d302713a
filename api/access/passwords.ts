import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { AppError } from '../errors';
import { argonCost } from './new-secrets';

/** One core stays free for exams under way, however many people sign in at once. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

/** More than this waiting is no exam but an attack. */
const MOST_WAITING = 2_000;

/** Checks passwords and passcodes, a few at a time. */
export function createPasswords() {
  const limit = pLimit(AT_ONCE);
  const queued = async <T>(gone: AbortSignal, work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= MOST_WAITING) throw new AppError('UNAVAILABLE');
    return limit(() => {
      // Whoever gave up and tries again must not be worked for twice.
      if (gone.aborted) throw new AppError('UNAVAILABLE');
      return work();
    });
  };
  const decoy = limit(() => hash('nobody has this passcode', argonCost));

  /** Takes as long for somebody unknown (null) as for a wrong passcode. */
  const matches = async (stored: string | null, given: string, gone: AbortSignal): Promise<boolean> => {
    const against = stored ?? (await decoy);
    const same = await queued(gone, () => verify(against, given).catch(() => false));
    return same && stored !== null;
  };
  /** The hash to keep of a fresh secret. */
  const make = (secret: string, gone: AbortSignal): Promise<string> =>
    queued(gone, () => hash(secret, argonCost));

  return { matches, make };
}
export type Passwords = ReturnType<typeof createPasswords>;
