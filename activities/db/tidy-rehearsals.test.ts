import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { Exam } from '#models/exam';
import { Rehearsal } from '#models/rehearsal';
import { RehearsalPart } from '#models/rehearsal-part';
import { Sitting } from '#models/sitting';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { buildExam, buildRoom, buildSitting } from '#models/test/factories';
import { forgetRecordings, forgetStages, TIDY_REHEARSALS } from '../tidy/rehearsals';
import { createTestDeps } from './test/deps';

const NOW = 1_800_000_000_000;

describe('tidying up rehearsals', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let folder: string;
  let parts: Parameters<typeof forgetStages>[0];
  beforeAll(async () => {
    hall = await createTestDeps();
    folder = await mkdtemp(join(tmpdir(), 'tidy-'));
    const storage = createLocalStorage({ folder, keys: [randomBytes(32)] });
    parts = { database: async () => hall.source, storage, clock: () => NOW };
  });
  afterAll(async () => {
    await hall.database.drop();
    await rm(folder, { recursive: true });
  });

  const keepPart = async (at: number): Promise<string> => {
    const objectKey = newObjectKey();
    await parts.storage.put(objectKey, Buffer.from('recorded'));
    await hall.source.getRepository(RehearsalPart).insert({
      ...{ rehearsalId: ulid(), trialNumber: 1, position: 1, part: 0, objectKey, bytes: 8 },
      ...{ digest: '0'.repeat(64), at },
    });
    return objectKey;
  };

  it('deletes what was recorded after some days, and not before', async () => {
    const old = await keepPart(NOW - TIDY_REHEARSALS.recordingsMs - 1);
    const fresh = await keepPart(NOW - TIDY_REHEARSALS.recordingsMs + 1);
    expect(await forgetRecordings(parts)).toBe(1);
    expect([await parts.storage.exists(old), await parts.storage.exists(fresh)]).toEqual([false, true]);
    expect(await forgetRecordings(parts)).toBe(0);
  });

  it('takes down the stage and leaves the result and the real sitting', async () => {
    const real = await buildSitting(hall.source);
    const closesAt = NOW - TIDY_REHEARSALS.stagesMs - 1;
    const stage = await buildExam(hall.source, {
      rehearsalOf: real.id,
      opensAt: 1,
      entryClosesAt: 2,
      closesAt,
    });
    const room = await buildRoom(hall.source, { examId: stage.id });
    const played = await buildSitting(hall.source, { room });
    const id = ulid();
    await hall.source.getRepository(Rehearsal).insert({
      ...{ id, examId: real.examId, sittingId: real.id, playedBy: played.id, playedIn: stage.id, beganAt: 1 },
    });
    expect(await forgetStages(parts)).toBe(1);
    expect(await hall.source.getRepository(Exam).existsBy({ id: stage.id })).toBe(false);
    expect(await hall.source.getRepository(Sitting).existsBy({ id: played.id })).toBe(false);
    expect(await hall.source.getRepository(Sitting).existsBy({ id: real.id })).toBe(true);
    expect(await hall.source.getRepository(Rehearsal).existsBy({ id })).toBe(true);
  });

  it('never takes an exam that is no rehearsal, however long it is over', async () => {
    const old = await buildExam(hall.source, { opensAt: 1, entryClosesAt: 2, closesAt: 3 });
    expect(await forgetStages(parts)).toBe(0);
    expect(await hall.source.getRepository(Exam).existsBy({ id: old.id })).toBe(true);
  });
});
