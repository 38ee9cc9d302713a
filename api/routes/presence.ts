import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const presenceRoutes = (_parts: Parts): Handlers<'reportPresence' | 'logJoin' | 'talk'> => ({
  reportPresence: async () => {
    throw new AppError('UNAVAILABLE');
  },
  logJoin: async () => {
    throw new AppError('UNAVAILABLE');
  },
  talk: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
