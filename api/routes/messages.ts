import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const messageRoutes = (
  _parts: Parts,
): Handlers<'candidateMessages' | 'writeAsCandidate' | 'roomMessages' | 'writeAsStaff'> => ({
  candidateMessages: async () => {
    throw new AppError('UNAVAILABLE');
  },
  writeAsCandidate: async () => {
    throw new AppError('UNAVAILABLE');
  },
  roomMessages: async () => {
    throw new AppError('UNAVAILABLE');
  },
  writeAsStaff: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
