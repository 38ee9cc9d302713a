import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const authRoutes = (
  _parts: Parts,
): Handlers<'whoAmI' | 'loginCandidate' | 'loginLink' | 'loginStaff' | 'logout' | 'unlockLogin'> => ({
  whoAmI: async () => {
    throw new AppError('UNAVAILABLE');
  },
  loginCandidate: async () => {
    throw new AppError('UNAVAILABLE');
  },
  loginLink: async () => {
    throw new AppError('UNAVAILABLE');
  },
  loginStaff: async () => {
    throw new AppError('UNAVAILABLE');
  },
  logout: async () => {
    throw new AppError('UNAVAILABLE');
  },
  unlockLogin: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
