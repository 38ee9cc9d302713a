import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';

export const pairingRoutes = (
  _parts: Parts,
): Handlers<'offerPairing' | 'lookAtPairing' | 'spendPairing'> => ({
  offerPairing: async () => {
    throw new AppError('UNAVAILABLE');
  },
  lookAtPairing: async () => {
    throw new AppError('UNAVAILABLE');
  },
  spendPairing: async () => {
    throw new AppError('UNAVAILABLE');
  },
});
