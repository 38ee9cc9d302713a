import type { Call } from '../call';
import type { Contract } from '#contract';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { accountKey, addressKey, perAccount, perAddress } from './slow-downs';

/** What the login endpoints have in common of a call. */
export type LoginCall = Pick<
  Call<Contract['loginStaff']>,
  'address' | 'sessionToken' | 'setSession' | 'who' | 'logger' | 'gone'
>;

export interface Claimed {
  /** Id of the account, or something unguessable of the same form when nobody has this name. */
  readonly account: string;
  /** Null where nobody has this name: it takes the same time. */
  readonly stored: string | null;
  readonly given: string;
}

/**
 * Judges a password or passcode, slowing down wrong tries by account and by address.
 * @throws AppError WRONG_CREDENTIALS, SLOW_DOWN
 */
export async function prove(parts: Parts, call: LoginCall, claimed: Claimed): Promise<void> {
  const { throttle, passwords } = parts;
  await throttle.look(addressKey(call.address));
  await throttle.attempt(accountKey(claimed.account), perAccount);
  if (await passwords.matches(claimed.stored, claimed.given, call.gone)) {
    await throttle.clear(accountKey(claimed.account));
    return;
  }
  await throttle.fail(addressKey(call.address), perAddress);
  throw new AppError('WRONG_CREDENTIALS');
}

/** Opens a session in this browser and ends the one it had. */
export async function openSession(
  parts: Parts,
  call: LoginCall,
  subject: Parameters<Parts['sessions']['open']>[0],
): Promise<void> {
  const { token, expiresAt } = await parts.sessions.open(subject);
  if (call.who.kind !== 'nobody') await parts.sessions.end(call.who.sessionId);
  call.setSession(token, expiresAt);
}
