import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const identityRoutes = (
  _parts: Parts,
): Handlers<'readIdentity' | 'captureCard' | 'decideIdentity'> => ({
  readIdentity: async () => {
    throw new AppError('UNAVAILABLE');
  },
  captureCard: async () => {
    throw new AppError('UNAVAILABLE');
  },
  decideIdentity: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
