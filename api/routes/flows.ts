import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const flowRoutes = (
  _parts: Parts,
): Handlers<'listFlows' | 'readFlowVersion' | 'checkFlow' | 'publishFlow' | 'attachFlow'> => ({
  listFlows: async () => {
    throw new AppError('UNAVAILABLE');
  },
  readFlowVersion: async () => {
    throw new AppError('UNAVAILABLE');
  },
  checkFlow: async () => {
    throw new AppError('UNAVAILABLE');
  },
  publishFlow: async () => {
    throw new AppError('UNAVAILABLE');
  },
  attachFlow: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
