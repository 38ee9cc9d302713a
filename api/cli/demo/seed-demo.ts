import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Storage } from '#models/storage/port';
import { keepCredentials, type Credentials } from './credentials';
import { readFlowFile, readPlan, type DemoPlan } from './plan';
import { seedExam, seedFlow, seedRoom } from './seed-exam';
import { seedCandidate, seedStaff } from './seed-people';

interface Parts {
  readonly source: DataSource;
  readonly storage: Storage;
  readonly dataDir: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** What `npm start` makes its table of. */
const loginsOf = ({ exam, candidates, staff }: DemoPlan, secrets: Credentials, publicUrl: string) => ({
  exam: { code: exam.code },
  candidates: candidates.map(({ name, ticket }) => {
    const { passcode = '', linkToken = '' } = secrets.candidates[ticket] ?? {};
    return { name, ticket, passcode, link: `${publicUrl}/link/${linkToken}` };
  }),
  staff: staff.map(({ role, login }) => ({ role, login, password: secrets.staff[login]?.password ?? '' })),
});
export type Logins = ReturnType<typeof loginsOf>;

/** Makes the demo exam, or finds it; open now in either case. */
export const seedDemo = async ({ source, storage, dataDir, publicUrl }: Parts): Promise<Logins> => {
  const plan = await readPlan();
  const yaml = await readFlowFile(plan.exam.flow);
  const secrets = await keepCredentials(join(dataDir, 'demo.json'), plan);
  const now = Date.now();
  await source.transaction(async (manager) => {
    const version = await seedFlow(manager, plan.exam.flow, yaml, now);
    const exam = await seedExam(manager, plan.exam, version, now);
    const room = await seedRoom(manager, exam, plan.room);
    const seeding = { manager, storage, room, secrets, now };
    for (const candidate of plan.candidates) await seedCandidate(seeding, candidate);
    for (const member of plan.staff) await seedStaff(seeding, member);
  });
  return loginsOf(plan, secrets, publicUrl);
};
