import { createLogins } from '../auth/logins';
import { accountKey } from '../auth/slow-downs';
import { roomsOf } from '../auth/staff-rooms';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { Sitting } from '#models/sitting';

type Names = 'whoAmI' | 'loginCandidate' | 'loginLink' | 'loginStaff' | 'logout' | 'unlockLogin';

export const authRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource, sessions, throttle } = parts;
  return {
    ...createLogins(parts),

    whoAmI: async ({ who }) => {
      if (who.kind === 'nobody') return { kind: 'nobody' };
      if (who.kind === 'candidate') {
        const { sittingId, name, position } = who;
        return { kind: 'candidate', sittingId, name, position };
      }
      const { staffId, name, role } = who;
      return { kind: 'staff', staffId, name, role, rooms: await roomsOf(dataSource, who) };
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
