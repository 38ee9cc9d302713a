import { randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { argonCost, newLinkToken, newPassword } from '../../access/new-secrets';
import type { DemoPlan } from './plan';

const credentials = z.strictObject({
  /** By ticket. */
  candidates: z.record(z.string(), z.strictObject({ passcode: z.string(), linkToken: z.string() })),
  /** By login. */
  staff: z.record(z.string(), z.strictObject({ password: z.string() })),
});
export type Credentials = z.infer<typeof credentials>;

const newPasscode = () => String(randomInt(10 ** 6)).padStart(6, '0');

const readKept = async (file: string): Promise<Credentials> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? { candidates: {}, staff: {} } : credentials.parse(JSON.parse(text));
};

/**
 * Hashes cannot be turned back, and `npm start` shows the logins every time: so the demo's own, and only the demo's,
 * are kept in a file that its owner alone can read.
 */
export const keepCredentials = async (file: string, plan: DemoPlan): Promise<Credentials> => {
  const kept = await readKept(file);
  const complete: Credentials = {
    candidates: Object.fromEntries(
      plan.candidates.map(({ ticket }) => [
        ticket,
        kept.candidates[ticket] ?? {
          passcode: newPasscode(),
          linkToken: newLinkToken(),
        },
      ]),
    ),
    staff: Object.fromEntries(
      plan.staff.map(({ login }) => [login, kept.staff[login] ?? { password: newPassword() }]),
    ),
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.draft`, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.draft`, file);
  return complete;
};

/** The hash in the database if it is of this secret, else a fresh one. */
export const hashFor = async (known: string | undefined, secret: string): Promise<string> =>
  known !== undefined && (await verify(known, secret).catch(() => false)) ? known : hash(secret, argonCost);
