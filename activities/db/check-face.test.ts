import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { StoredObject, type StoredKind } from '#models/stored-object';
import { buildSitting } from '#models/test/factories';
import { checkFace } from '../check-face';
import type { FaceCheckInput } from '../vision/check-face';
import { createTestDeps, logger } from './test/deps';

/** What is judged by the models is tested with the models; here: which pictures reach them, and which do not. */
describe('the pictures of a face check', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let folder: string;
  const judged: FaceCheckInput[] = [];
  beforeAll(async () => {
    hall = await createTestDeps();
    folder = await mkdtemp(join(tmpdir(), 'stills-'));
  });
  afterAll(async () => {
    await hall.database.drop();
    await rm(folder, { recursive: true });
  });

  const storageKey = randomBytes(32);
  const storage = () => createLocalStorage({ folder, keys: [storageKey] });
  const keep = async (sittingId: string | null, kind: StoredKind, content: string) => {
    const key = newObjectKey();
    await storage().put(key, Buffer.from(content));
    const row = {
      key,
      kind,
      sittingId,
      mediaType: 'image/jpeg',
      bytes: 1,
      digest: '0'.repeat(64),
      createdAt: 1,
    };
    await hall.source.getRepository(StoredObject).insert(row);
    return key;
  };
  const check = (query: { sittingId: string; photoKey: string | null; keys: readonly string[] }) => {
    const { sittingId, photoKey, keys } = query;
    const evidence = {
      toRegistered: 0.2,
      farthestFrame: 0.1,
      bestFrame: 0,
      decidedAt: null,
      modelVersion: 'm',
      thresholdVersion: 't',
    };
    const checker = {
      check: async (pictures: FaceCheckInput) => {
        judged.push(pictures);
        if (pictures.registered.toString() === 'broken') throw new Error('out of memory');
        return { outcome: 'pass', evidence } as const;
      },
    };
    const deps = { database: async () => hall.source, storage: storage(), checker, logger };
    return checkFace(deps)({ sittingId, photoKey, asked: ['turn-left'], frames: [{ pose: 'front', keys }] });
  };

  test('are decrypted, in the order asked, and their verdict comes back', async () => {
    const { id } = await buildSitting(hall.source);
    const keys = [await keep(id, 'still', 'one'), await keep(id, 'still', 'two')];
    const photoKey = await keep(null, 'photo', 'registered');
    expect(await check({ sittingId: id, photoKey, keys })).toMatchObject({ outcome: 'pass' });
    expect(judged.at(-1)).toEqual({
      registered: Buffer.from('registered'),
      asked: ['turn-left'],
      frames: [{ pose: 'front', images: [Buffer.from('one'), Buffer.from('two')] }],
    });
  });

  test("are refused when they are another's, of another kind, or not there", async () => {
    const [mine, another] = [await buildSitting(hall.source), await buildSitting(hall.source)];
    const foreign = await keep(another.id, 'still', 'another face');
    const card = await keep(mine.id, 'card', 'a card');
    for (const key of [foreign, card, newObjectKey()]) {
      const refused = check({ sittingId: mine.id, photoKey: null, keys: [key] });
      await expect(refused).rejects.toMatchObject({ type: 'STILLS_MISSING', nonRetryable: true });
    }
  });

  test('are refused when their file is gone, and so is a registered photo that is gone', async () => {
    const { id } = await buildSitting(hall.source);
    const key = await keep(id, 'still', 'one');
    await expect(check({ sittingId: id, photoKey: newObjectKey(), keys: [key] })).rejects.toMatchObject({
      type: 'PHOTO_MISSING',
      nonRetryable: true,
    });
    await storage().delete(key);
    await expect(check({ sittingId: id, photoKey: null, keys: [key] })).rejects.toMatchObject({
      type: 'STILLS_MISSING',
    });
  });

  test('go without a registered photo as a photo that cannot be read', async () => {
    const { id } = await buildSitting(hall.source);
    await check({ sittingId: id, photoKey: null, keys: [await keep(id, 'still', 'one')] });
    expect(judged.at(-1)?.registered).toHaveLength(0);
  });

  test('that the models fail over may be judged again', async () => {
    const { id } = await buildSitting(hall.source);
    const photoKey = await keep(null, 'photo', 'broken');
    const failed = check({ sittingId: id, photoKey, keys: [await keep(id, 'still', 'one')] });
    await expect(failed).rejects.toMatchObject({ type: 'MODEL_FAULT', nonRetryable: false });
  });
});
