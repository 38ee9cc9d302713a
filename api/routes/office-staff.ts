import type { Handlers } from '../call';
import { changeAccount, createAccount, listAccounts, resetAccount } from '../office/staff-accounts';
import type { Parts } from '../parts';

type Names = 'listStaff' | 'createStaff' | 'changeStaff' | 'resetPasscode';

export const officeStaffRoutes = (parts: Parts): Handlers<Names> => ({
  listStaff: async ({ who }) => ({ accounts: await listAccounts(parts, who) }),
  createStaff: async ({ body, who, receivedAt, gone }) =>
    createAccount(parts, body, { by: who, at: receivedAt, gone }),
  changeStaff: async ({ params: { staffId }, body, who, receivedAt, gone }) =>
    changeAccount(parts, staffId, body, { by: who, at: receivedAt, gone }),
  resetPasscode: async ({ params: { staffId }, who, receivedAt, gone }) =>
    resetAccount(parts, staffId, { by: who, at: receivedAt, gone }),
});
