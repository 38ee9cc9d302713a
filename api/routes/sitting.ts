import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const sittingRoutes = (
  _parts: Parts,
): Handlers<
  'home' | 'checkIn' | 'sendCommand' | 'claimPosition' | 'uploadStill' | 'readQuestion' | 'readReceipt'
> => ({
  home: async () => {
    throw new AppError('UNAVAILABLE');
  },
  checkIn: async () => {
    throw new AppError('UNAVAILABLE');
  },
  sendCommand: async () => {
    throw new AppError('UNAVAILABLE');
  },
  claimPosition: async () => {
    throw new AppError('UNAVAILABLE');
  },
  uploadStill: async () => {
    throw new AppError('UNAVAILABLE');
  },
  readQuestion: async () => {
    throw new AppError('UNAVAILABLE');
  },
  readReceipt: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
