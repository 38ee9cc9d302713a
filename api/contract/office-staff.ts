import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';

/** What is wrong with a field of a form, in words for the one who filled it in. */
export const formFault = z.strictObject({ field: z.string(), message: localText });
export type FormFault = z.infer<typeof formFault>;

const account = z.strictObject({
  id: ulid,
  login: z.string(),
  name: z.string(),
  role: staffRole,
  /** Null where the account is the whole installation's. */
  examId: ulid.nullable(),
  disabledAt: epochMs.nullable(),
  rooms: z.array(z.strictObject({ id: ulid, name: localText, examCode: z.string() })),
});
export type StaffAccount = z.infer<typeof account>;

/** Shown once: only its hash is kept. */
const withPasscode = z.strictObject({ account, passcode: z.string() });
const staffParams = z.strictObject({ staffId: ulid });

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/admin/staff',
  summary: 'Accounts of staff with their rooms; an administrator of one exam sees those of it.',
  who: { ability: 'configure exams' },
  output: z.strictObject({ accounts: z.array(account) }),
  refusals: [],
});

export const createStaff = endpoint({
  method: 'POST',
  path: '/api/admin/staff',
  summary: 'A new account with a passcode that is shown once.',
  who: { ability: 'configure exams' },
  body: z.strictObject({
    login: z.string().trim().max(80),
    name: z.string().trim().max(80),
    role: staffRole,
  }),
  output: withPasscode,
  refusals: ['FORM_FAULTY'],
});

export const changeStaff = endpoint({
  method: 'POST',
  path: '/api/admin/staff/:staffId',
  summary: 'Name, role, and whether the account may sign in; its sessions end where role or that changes.',
  who: { ability: 'configure exams' },
  params: staffParams,
  body: z.strictObject({
    name: z.string().trim().max(80),
    role: staffRole,
    disabled: z.boolean(),
  }),
  output: account,
  refusals: ['NOT_FOUND', 'FORM_FAULTY'],
});

export const resetPasscode = endpoint({
  method: 'POST',
  path: '/api/admin/staff/:staffId/passcode',
  summary: 'A fresh passcode, shown once; the former one and all sessions end.',
  who: { ability: 'configure exams' },
  params: staffParams,
  body: z.strictObject({}),
  output: withPasscode,
  refusals: ['NOT_FOUND'],
});
