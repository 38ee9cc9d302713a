import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { localText, ulid } from '#protocol/text.schema';
import { done, position } from './shared';
import { endpoint } from './endpoint';

export const me = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nobody') }),
  /** A candidate's device: position 1 by login, position 2 by pairing or by choosing "second camera" after login. */
  z.strictObject({ kind: z.literal('candidate'), sittingId: ulid, name: z.string(), position }),
  z.strictObject({
    kind: z.literal('staff'),
    staffId: ulid,
    name: z.string(),
    role: staffRole,
    rooms: z.array(z.strictObject({ id: ulid, name: localText, examTitle: localText })),
  }),
]);

export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/me',
  summary: 'Who this browser is signed in as.',
  who: 'anyone',
  output: me,
  refusals: [],
});

export const loginCandidate = endpoint({
  method: 'POST',
  path: '/api/login/candidate',
  summary: 'Candidate signs in with exam code, ticket number and passcode; sets the session cookie.',
  who: 'anyone',
  body: z.strictObject({
    exam: z.string().trim().min(1).max(40),
    ticket: z.string().trim().min(1).max(40),
    passcode: z.string().min(1).max(100),
    /** Second device chosen after the login page: joins as position 2. */
    position: position.default(1),
  }),
  output: me,
  refusals: ['WRONG_CREDENTIALS', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const loginLink = endpoint({
  method: 'POST',
  path: '/api/login/link',
  summary: 'Candidate signs in with the token of his personal link (opening the link itself spends nothing).',
  who: 'anyone',
  body: z.strictObject({ token: z.string().min(20).max(200), position: position.default(1) }),
  output: me,
  refusals: ['WRONG_CREDENTIALS', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const loginStaff = endpoint({
  method: 'POST',
  path: '/api/login/staff',
  summary: 'Staff sign in with name and password; sets the session cookie.',
  who: 'anyone',
  body: z.strictObject({ login: z.string().trim().min(1).max(80), password: z.string().min(1).max(200) }),
  output: me,
  refusals: ['WRONG_CREDENTIALS', 'SLOW_DOWN', 'UNAVAILABLE'],
});

export const logout = endpoint({
  method: 'POST',
  path: '/api/logout',
  summary: 'Ends this session.',
  who: 'signed-in',
  output: done,
  refusals: ['NOT_SIGNED_IN'],
});

export const unlockLogin = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/unlock',
  summary: 'Staff lift the slow-down after wrong passcodes for one candidate.',
  who: { ability: 'unlock a login' },
  params: z.strictObject({ sittingId: ulid }),
  output: done,
  refusals: ['NOT_FOUND'],
});
