import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import type { StaffRole } from '#protocol/policies';
import type { Room } from '#models/room';
import { Exam } from '#models/exam';
import { buildCandidate, buildSitting, buildStaff } from '../../models/test/factories';
import { createBrowser, type Browser } from './browser';

export const PASSCODE = 'rain-bow-7';
/** Cheap on purpose: what is tested is not argon2's own strength. */
const cheap = { memoryCost: 4_096, timeCost: 1, parallelism: 1 };

/** A candidate with a sitting in the room, who can sign in with PASSCODE. */
export async function enrol(
  source: DataSource,
  room: Room,
  given: Parameters<typeof buildCandidate>[2] = {},
) {
  const candidate = await buildCandidate(source, room, {
    passcodeHash: await hash(PASSCODE, cheap),
    ...given,
  });
  const sitting = await buildSitting(source, { room, candidate });
  const exam = await source.getRepository(Exam).findOneByOrFail({ id: room.examId });
  return { candidate, sitting, exam };
}

export type Enrolled = Awaited<ReturnType<typeof enrol>>;

export async function signInCandidate(url: string, who: Enrolled, position: 1 | 2 = 1): Promise<Browser> {
  const browser = createBrowser(url);
  const body = { exam: who.exam.code, ticket: who.candidate.ticket, passcode: PASSCODE, position };
  const { status, refused } = await browser.call('loginCandidate', { body });
  if (status !== 200) throw new Error(`the candidate could not sign in: ${refused}`);
  return browser;
}

/** A member of staff of these rooms, signed in. */
export async function signInStaff(
  url: string,
  source: DataSource,
  role: StaffRole,
  rooms: readonly Room[],
  given: Parameters<typeof buildStaff>[1] = {},
): Promise<Browser & { readonly staffId: string }> {
  const staff = await buildStaff(source, {
    role,
    rooms,
    passwordHash: await hash(PASSCODE, cheap),
    ...given,
  });
  const browser = createBrowser(url);
  const { status, refused } = await browser.call('loginStaff', {
    body: { login: staff.login, password: PASSCODE },
  });
  if (status !== 200) throw new Error(`the ${role} could not sign in: ${refused}`);
  return { ...browser, staffId: staff.id };
}
