import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const videoRoutes = (
  _parts: Parts,
): Handlers<
  | 'joinStage'
  | 'leaveStage'
  | 'sendMail'
  | 'readMail'
  | 'acknowledgeMail'
  | 'sendStageStill'
  | 'readStageStill'
> => ({
  joinStage: async () => {
    throw new AppError('UNAVAILABLE');
  },
  leaveStage: async () => {
    throw new AppError('UNAVAILABLE');
  },
  sendMail: async () => {
    throw new AppError('UNAVAILABLE');
  },
  readMail: async () => {
    throw new AppError('UNAVAILABLE');
  },
  acknowledgeMail: async () => {
    throw new AppError('UNAVAILABLE');
  },
  sendStageStill: async () => {
    throw new AppError('UNAVAILABLE');
  },
  readStageStill: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
