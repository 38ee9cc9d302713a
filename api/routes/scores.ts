import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const scoreRoutes = (_parts: Parts): Handlers<'readScore' | 'saveScore' | 'sealScore'> => ({
  readScore: async () => {
    throw new AppError('UNAVAILABLE');
  },
  saveScore: async () => {
    throw new AppError('UNAVAILABLE');
  },
  sealScore: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
