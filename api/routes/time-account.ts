import type { Handlers } from '../call';
import { readTimeAccount } from '../outages/time-account';
import type { Parts } from '../parts';

export const timeAccountRoutes = (parts: Parts): Handlers<'readTimeAccount'> => ({
  readTimeAccount: async ({ who: { sittingId } }) => readTimeAccount(parts, sittingId),
});
