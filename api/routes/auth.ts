import { createHash } from 'node:crypto';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import { findByLink, findByTicket, type FoundCandidate } from '../auth/find-candidate';
import { openSession, prove, type LoginCall } from '../auth/sign-in';
import { accountKey, addressKey, perAddress } from '../auth/slow-downs';
import { roomsOf } from '../auth/staff-rooms';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { within } from '../deadline';
import { AppError } from '../errors';
import type { Parts } from '../parts';

/** Waiting one's turn to sign in may take long; a database that hangs is no turn. */
const LOOKUP_MS = 4_000;

type Names = 'whoAmI' | 'loginCandidate' | 'loginLink' | 'loginStaff' | 'logout' | 'unlockLogin';

export const authRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource, sessions, throttle } = parts;

  const admitCandidate = async (call: LoginCall, found: FoundCandidate, position: 1 | 2) => {
    const { sittingId, candidate } = found;
    await openSession(parts, call, { kind: 'candidate', id: sittingId, position });
    return { kind: 'candidate' as const, sittingId, name: candidate.name, position };
  };

  return {
    whoAmI: async ({ who }) => {
      if (who.kind === 'nobody') return { kind: 'nobody' };
      if (who.kind === 'candidate') {
        const { sittingId, name, position } = who;
        return { kind: 'candidate', sittingId, name, position };
      }
      const { staffId, name, role } = who;
      return { kind: 'staff', staffId, name, role, rooms: await roomsOf(dataSource, who) };
    },

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
      const staff = await within(LOOKUP_MS, dataSource.getRepository(Staff).findOneBy({ login }));
      const account = staff?.id ?? unknownName('staff', login);
      await prove(parts, call, { account, stored: staff?.passwordHash ?? null, given: password });
      if (!staff) throw new AppError('WRONG_CREDENTIALS');
      await openSession(parts, call, { kind: 'staff', id: staff.id, position: null });
      const { id: staffId, name, role } = staff;
      const principal = await sessions.principalOfStaff(staff.id);
      return {
        kind: 'staff',
        staffId,
        name,
        role,
        rooms: principal ? await roomsOf(dataSource, principal) : [],
      };
    },

    logout: async ({ who, clearSession }) => {
      await sessions.end(who.sessionId);
      clearSession();
      return { done: true };
    },

    unlockLogin: async ({ who, params: { sittingId }, receivedAt }) => {
      const sitting = await dataSource
        .getRepository(Sitting)
        .findOne({ where: { id: sittingId }, select: { id: true, candidateId: true } });
      if (!sitting) throw new AppError('NOT_FOUND');
      await throttle.clear(accountKey(sitting.candidateId));
      await audit(dataSource, { by: who, at: receivedAt, action: 'login.unlock', subject: sittingId });
      return { done: true };
    },
  };
};

/** Names that nobody has are slowed down like others, so that the difference does not show. */
const unknownName = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n').toLowerCase()).digest('hex').slice(0, 26);
