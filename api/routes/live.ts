import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const liveRoutes = (_parts: Parts): Handlers<'live'> => ({
  live: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
