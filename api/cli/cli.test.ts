import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verify } from '@node-rs/argon2';
import { Candidate } from '#models/candidate';
import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { migrations } from '#models/migrations/index';
import { createLocalStorage } from '#models/storage/local';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import { StaffRoom } from '#models/staff-room';
import { StoredObject } from '#models/stored-object';
import { createTestDatabase, type TestDatabase } from '#models/test/database';
import { seedDemo } from './demo/seed-demo';

const hour = 3_600_000;

describe('the programs of a start', () => {
  let database: TestDatabase;
  let dataDir: string;
  const storageKey = randomBytes(32);
  beforeAll(async () => {
    database = await createTestDatabase({ migrate: false });
    dataDir = await mkdtemp(join(tmpdir(), 'seed-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true });
  });

  const run = async (program: string): Promise<string[]> => {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      STORAGE_DIR: join(dataDir, 'storage'),
      STORAGE_KEY: storageKey.toString('base64'),
      PUBLIC_URL: 'https://hall.example/',
    };
    const cwd = join(__dirname, '../..');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
      env,
      cwd,
    });
    return stdout.trim().split('\n');
  };
  const storage = () => createLocalStorage({ folder: join(dataDir, 'storage'), keys: [storageKey] });
  const seed = () =>
    seedDemo({ source: database.source, storage: storage(), dataDir, publicUrl: 'https://hall.example' });
  const exams = () => database.source.getRepository(Exam).find({ order: { opensAt: 'ASC' } });

  test('migrate once, also when two start at the same time', async () => {
    const outputs = await Promise.all([run('api/cli/migrate.ts'), run('api/cli/migrate.ts')]);
    expect(
      outputs
        .flat()
        .filter((line) => line.startsWith('migrated: '))
        .toSorted(),
    ).toEqual(
      migrations
        .map(({ name }) => name)
        .toSorted()
        .map((name) => expect.stringContaining(name)),
    );
    expect(outputs.flat()).toContain('the schema is up to date');
  });

  test('make a demo exam that is open now, with everybody in it', async () => {
    const logins = await seed();
    const [exam] = await exams();
    expect(exam).toMatchObject({ code: logins.exam.code });
    expect(exam?.opensAt).toBeLessThan(Date.now());
    expect(exam?.entryClosesAt).toBeGreaterThan(Date.now() + 11 * hour);
    const version = await database.source
      .getRepository(FlowVersion)
      .findOneByOrFail({ id: exam?.flowVersionId ?? '' });
    expect(version.document.steps.map(({ kind }) => kind)).toContain('interview');
    expect(new Set(logins.staff.map(({ role }) => role)).size).toBe(8);
    expect(await database.source.getRepository(Sitting).count()).toBe(6);
  });

  test('print logins that open what they are for', async () => {
    const { candidates, staff } = await seed();
    for (const { ticket, passcode, link } of candidates.slice(0, 2)) {
      const row = await database.source.getRepository(Candidate).findOneByOrFail({ ticket });
      expect(await verify(row.passcodeHash, passcode)).toBe(true);
      expect(link).toMatch(/^https:\/\/hall\.example\/link\/[\w-]{32}$/);
    }
    const [officer] = staff;
    const row = await database.source.getRepository(Staff).findOneByOrFail({ login: officer?.login ?? '' });
    expect(await verify(row.passwordHash, officer?.password ?? '')).toBe(true);
    expect((await stat(join(dataDir, 'demo.json'))).mode & 0o077).toBe(0);
  });

  test('store the registered photos encrypted, and again when one is lost', async () => {
    const photos = await database.source.getRepository(StoredObject).findBy({ kind: 'photo' });
    expect(photos).toHaveLength(6);
    await storage().delete(photos[0]?.key ?? '');
    await seed();
    const candidates = await database.source.getRepository(Candidate).find();
    for (const { photoKey } of candidates) {
      const photo = await storage().get(photoKey ?? '');
      expect(photo?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    }
  });

  test('print the logins as the last line, the same at every start', async () => {
    const lines = await run('api/cli/seed.ts');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(await seed());
  });

  test('find what is there and print the same logins at the next start', async () => {
    const first = await seed();
    const before = await exams();
    expect(await seed()).toEqual(first);
    expect(await exams()).toEqual(before);
    expect(await database.source.getRepository(FlowVersion).count()).toBe(1);
  });

  test('put an exam that is over away with its record, and open a fresh one with the same logins', async () => {
    const logins = await seed();
    const [old] = await exams();
    const past = Date.now() - hour;
    await database.source
      .getRepository(Exam)
      .update({ id: old?.id ?? '' }, { closesAt: past, entryClosesAt: past });
    expect(await seed()).toEqual(logins);
    const [kept, fresh] = await exams();
    expect(kept?.id).toBe(old?.id);
    expect(kept?.code).toMatch(/^DEMO-/);
    expect(fresh?.code).toBe('DEMO');
    expect(await database.source.getRepository(Sitting).countBy({ examId: kept?.id ?? '' })).toBe(6);
    expect(await database.source.getRepository(Sitting).countBy({ examId: fresh?.id ?? '' })).toBe(6);
    const seats = await database.source.getRepository(StaffRoom).find({ relations: { room: true } });
    expect(new Set(seats.map(({ room }) => room?.examId))).toEqual(new Set([fresh?.id]));
  });
});
