import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const roomRoutes = (
  _parts: Parts,
): Handlers<'openConsole' | 'orderRoom' | 'orderSitting' | 'previewQuestion' | 'sittingRecord'> => ({
  openConsole: async () => {
    throw new AppError('UNAVAILABLE');
  },
  orderRoom: async () => {
    throw new AppError('UNAVAILABLE');
  },
  orderSitting: async () => {
    throw new AppError('UNAVAILABLE');
  },
  previewQuestion: async () => {
    throw new AppError('UNAVAILABLE');
  },
  sittingRecord: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
