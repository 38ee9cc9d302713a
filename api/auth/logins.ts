import { createHash } from 'node:crypto';
import { IsNull } from 'typeorm';
import { Staff } from '#models/staff';
import type { Handlers } from '../call';
import { within } from '../deadline';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { findByLink, findByTicket, type FoundCandidate } from './find-candidate';
import { openSession, prove, type LoginCall } from './sign-in';
import { addressKey, perAddress } from './slow-downs';
import { roomsOf } from './staff-rooms';

/** Waiting one's turn to sign in may take long; a database that hangs is no turn. */
const LOOKUP_MS = 4_000;

/** The three ways in. */
export function createLogins(parts: Parts): Handlers<'loginCandidate' | 'loginLink' | 'loginStaff'> {
  const { dataSource, sessions, throttle } = parts;

  const admitCandidate = async (call: LoginCall, found: FoundCandidate, position: 1 | 2) => {
    const { sittingId, candidate } = found;
    await openSession(parts, call, { kind: 'candidate', id: sittingId, position });
    return { kind: 'candidate' as const, sittingId, name: candidate.name, position };
  };

  return {
    loginCandidate: async (call) => {
      const { exam, ticket, passcode, position } = call.body;
      const found = await within(LOOKUP_MS, findByTicket(dataSource, exam, ticket));
      const account = found?.candidate.id ?? unknownName(exam, ticket);
      await prove(parts, call, { account, stored: found?.candidate.passcodeHash ?? null, given: passcode });
      if (!found) throw new AppError('WRONG_CREDENTIALS');
      return admitCandidate(call, found, position);
    },

    loginLink: async (call) => {
      const key = addressKey(call.address);
      await throttle.look(key);
      const found = await within(LOOKUP_MS, findByLink(dataSource, call.body.token));
      if (found) return admitCandidate(call, found, call.body.position);
      await throttle.fail(key, perAddress);
      throw new AppError('WRONG_CREDENTIALS');
    },

    loginStaff: async (call) => {
      const { login, password } = call.body;
      const known = dataSource.getRepository(Staff).findOneBy({ login, disabledAt: IsNull() });
      const staff = await within(LOOKUP_MS, known);
      const account = staff?.id ?? unknownName('staff', login);
      await prove(parts, call, { account, stored: staff?.passwordHash ?? null, given: password });
      if (!staff) throw new AppError('WRONG_CREDENTIALS');
      await openSession(parts, call, { kind: 'staff', id: staff.id, position: null });
      const { id: staffId, name, role } = staff;
      const principal = await sessions.principalOfStaff(staff.id);
      const rooms = principal ? await roomsOf(dataSource, principal) : [];
      return { kind: 'staff', staffId, name, role, rooms };
    },
  };
}

/** Names that nobody has are slowed down like others, so that the difference does not show. */
const unknownName = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n').toLowerCase()).digest('hex').slice(0, 26);
