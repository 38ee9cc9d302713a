import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { AnswerRevision } from '#models/answer-revision';
import { AnswerSheet } from '#models/answer-sheet';
import { Sheet } from '#models/sheet';
import { SheetSet } from '#models/sheet-set';
import { digestOfAnswers } from '#protocol/digests';
import { createTestDatabase, type TestDatabase } from '../../models/test/database';
import { collectPaper } from '../collect-paper';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ source } = database);
});
afterAll(() => database.drop());

const stepId = 'paper';
const collect = (query: {
  sittingId: string;
  mode: 'online' | 'photographed';
  until: number;
  sets?: string[];
}) => collectPaper({ database: async () => source, clock: () => 9_999 })({ stepId, sets: [], ...query });
const answers = { q1: { value: { kind: 'single' as const, choice: 'B' }, marked: false, at: 5 } };
const hex = (name: string) => createHash('sha256').update(name).digest('hex');

const addSheet = async (
  sittingId: string,
  name: string,
  createdAt: number,
  state: Sheet['state'] = 'ready',
) => {
  await source.getRepository(Sheet).insert({
    ...{
      id: ulid(),
      sittingId,
      stepId,
      digest: hex(name),
      bytes: 9,
      mediaType: 'image/jpeg',
      state,
      offset: 9,
    },
    ...{ refusal: null, key: null, width: 1, height: 1, createdAt, receivedAt: createdAt },
  });
};
const addSet = async (sittingId: string, version: number, receivedAt: number | null) => {
  const id = ulid();
  await source.getRepository(SheetSet).insert({
    ...{ id, sittingId, stepId, version, digest: hex(String(version)), sealedAt: 100 + version, receivedAt },
    ...{ sheets: [{ digest: hex('one'), turn: 0 }], madeBy: 'by-candidate' },
  });
  return id;
};

describe('collecting answers on screen', () => {
  it('seals the last saved state, keeps a copy, and finds the same again', async () => {
    const sittingId = ulid();
    await source.getRepository(AnswerSheet).insert({
      ...{ sittingId, stepId, revision: 12, answers, savedAt: 800, saveId: null, sealedAt: null },
    });
    const first = await collect({ sittingId, mode: 'online', until: 1_000 });
    expect(first).toEqual({ mode: 'online', revision: 12, digest: hex(digestOfAnswers(answers)) });
    expect(await collect({ sittingId, mode: 'online', until: 1_000 })).toEqual(first);
    expect(await source.getRepository(AnswerRevision).findBy({ sittingId })).toMatchObject([
      { revision: 12, why: 'sealed', answers },
    ]);
  });

  it('seals nothing as nothing', async () => {
    const collected = await collect({ sittingId: ulid(), mode: 'online', until: 1_000 });
    expect(collected).toEqual({ mode: 'online', revision: 0, digest: hex('{}') });
  });

  it('seals again after a reopening, with what was written since', async () => {
    const sittingId = ulid();
    await source.getRepository(AnswerSheet).insert({
      ...{ sittingId, stepId, revision: 1, answers, savedAt: 800, saveId: null, sealedAt: null },
    });
    await collect({ sittingId, mode: 'online', until: 1_000 });
    await source.getRepository(AnswerSheet).update({ sittingId }, { revision: 2, savedAt: 1_500 });
    expect(await collect({ sittingId, mode: 'online', until: 2_000 })).toMatchObject({ revision: 2 });
    expect(await source.getRepository(AnswerRevision).countBy({ sittingId, why: 'sealed' })).toBe(2);
  });

  it('names the same answers by the same digest, in whatever order they were written', () => {
    const turned = { q2: answers.q1, q1: answers.q1 };
    const straight = { q1: answers.q1, q2: { at: 5, marked: false, value: answers.q1.value } };
    expect(digestOfAnswers(turned)).toBe(digestOfAnswers(straight));
  });
});

describe('collecting sheets', () => {
  it('takes the last complete set of those that the sitting took', async () => {
    const sittingId = ulid();
    const sets = [
      await addSet(sittingId, 1, 200),
      await addSet(sittingId, 2, 300),
      await addSet(sittingId, 3, null),
    ];
    await addSet(sittingId, 4, 400);
    const collected = await collect({ sittingId, mode: 'photographed', until: 1_000, sets });
    expect(collected).toMatchObject({ made: 'by-candidate', set: { setId: sets[1], version: 2 } });
  });

  it('makes a set of what had arrived, in its order, where none is complete, and finds it again', async () => {
    const sittingId = ulid();
    await addSheet(sittingId, 'second', 20);
    await addSheet(sittingId, 'first', 10);
    await addSheet(sittingId, 'broken', 15, 'refused');
    await addSet(sittingId, 1, null);
    const collected = await collect({ sittingId, mode: 'photographed', until: 1_000 });
    expect(collected).toMatchObject({ made: 'by-server', set: { version: 2, sheets: 2, sealedAt: 1_000 } });
    expect(await collect({ sittingId, mode: 'photographed', until: 1_000 })).toEqual(collected);
    const [made] = await source.getRepository(SheetSet).findBy({ sittingId, madeBy: 'by-server' });
    expect(made?.sheets.map(({ digest }) => digest)).toEqual([hex('first'), hex('second')]);
  });

  it('says so where nothing ever arrived', async () => {
    expect(await collect({ sittingId: ulid(), mode: 'photographed', until: 1 })).toEqual({
      mode: 'photographed',
      set: null,
      made: 'by-server',
    });
  });
});
