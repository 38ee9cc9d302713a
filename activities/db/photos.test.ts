import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { ulid } from 'ulid';
import { Candidate } from '#models/candidate';
import { PhotoBatch } from '#models/photo-batch';
import { Sitting } from '#models/sitting';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { buildCandidate, buildRoom, buildSitting } from '#models/test/factories';
import { lookAtPhotos } from '../photos/look-at-photos';
import { zipOf } from '../photos/test/zip-of';
import { createTestDeps } from './test/deps';

describe('a zip file of registered photos', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let folder: string;
  let photo: Buffer;
  const storageKey = randomBytes(32);
  const storage = () => createLocalStorage({ folder, keys: [storageKey] });
  beforeAll(async () => {
    hall = await createTestDeps();
    folder = await mkdtemp(join(tmpdir(), 'photos-'));
    photo = await readFile(join(__dirname, '../../flows/demo/photos/1.jpg'));
  });
  afterAll(async () => {
    await hall.database.drop();
    await rm(folder, { recursive: true });
  });

  /** What the models say is tested with the models; here a file that says of itself what is wrong with it. */
  const checker = {
    inspectPhoto: async (bytes: Buffer) =>
      bytes.toString().startsWith('blurred')
        ? ({ usable: false, reason: 'blurred' } as const)
        : ({ usable: true, width: 1, height: 1, faceWidth: 1 } as const),
  };
  const parts = () => ({
    ...{ database: async () => hall.source, storage: storage(), checker, clock: () => Date.now() },
  });
  const bring = async (examId: string, zip: Buffer) => {
    const [id, objectKey] = [ulid(), newObjectKey()];
    await storage().put(objectKey, zip);
    const row = { id, examId, objectKey, fileName: 'a.zip', phase: 'wanted' as const, faults: [] };
    await hall.source.getRepository(PhotoBatch).insert({ ...row, createdAt: 1, createdBy: 'system' });
    return { id, objectKey };
  };
  const batchOf = (id: string) => hall.source.getRepository(PhotoBatch).findOneByOrFail({ id });
  const candidateOf = (examId: string, ticket: string) =>
    hall.source.getRepository(Candidate).findOneByOrFail({ examId, ticket });

  it('gives each candidate his photo, and names the files that are not taken', async () => {
    const room = await buildRoom(hall.source);
    for (const ticket of ['A1', 'A2', 'A3', 'A4'])
      await buildSitting(hall.source, {
        room,
        candidate: await buildCandidate(hall.source, room, { ticket }),
      });
    const { id: begun } = await candidateOf(room.examId, 'A4');
    await hall.source.getRepository(Sitting).update({ candidateId: begun }, { startedAt: 1 });
    const zip = zipOf([
      ['photos/a1.JPG', photo],
      ['A2.jpg', Buffer.from('blurred')],
      ['A2.png', photo],
      ['__MACOSX/._A1.jpg', Buffer.from('x')],
      ['A3.jpg', Buffer.alloc(20_000_000, 'b')],
      ['A4.jpg', photo],
      ['nobody.jpg', photo],
    ]);
    const { id, objectKey } = await bring(room.examId, zip);
    expect(await lookAtPhotos(parts(), () => true)).toBe(true);
    expect(await batchOf(id)).toMatchObject({
      ...{ phase: 'done', total: 6, lookedAt: 6, taken: 1 },
      faults: [
        { file: 'A2.jpg', reason: 'blurred' },
        { file: 'A2.png', reason: 'ticket-twice' },
        { file: 'A3.jpg', reason: 'unpackable' },
        { file: 'A4.jpg', reason: 'sitting-begun' },
        { file: 'nobody.jpg', reason: 'no-such-ticket' },
      ],
    });
    const { photoKey } = await candidateOf(room.examId, 'A1');
    expect((await storage().get(photoKey ?? ''))?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(await storage().exists(objectKey)).toBe(false);
    expect(await lookAtPhotos(parts(), () => true)).toBe(false);
  });

  it('replaces a photo, and the former one goes', async () => {
    const room = await buildRoom(hall.source);
    await buildSitting(hall.source, {
      room,
      candidate: await buildCandidate(hall.source, room, { ticket: 'B1' }),
    });
    await bring(room.examId, zipOf([['B1.jpg', photo]]));
    await lookAtPhotos(parts(), () => true);
    const { photoKey: first } = await candidateOf(room.examId, 'B1');
    await bring(room.examId, zipOf([['B1.jpg', photo]]));
    await lookAtPhotos(parts(), () => true);
    const { photoKey: second } = await candidateOf(room.examId, 'B1');
    expect(second).not.toBe(first);
    expect(await storage().exists(first ?? '')).toBe(false);
  });

  it('is gone on with where somebody was interrupted', async () => {
    const room = await buildRoom(hall.source);
    for (const ticket of ['C1', 'C2', 'C3'])
      await buildSitting(hall.source, {
        room,
        candidate: await buildCandidate(hall.source, room, { ticket }),
      });
    const { id } = await bring(
      room.examId,
      zipOf(['C1', 'C2', 'C3'].map((ticket) => [`${ticket}.jpg`, photo])),
    );
    const turns = { left: 2 };
    await lookAtPhotos(parts(), () => (turns.left -= 1) >= 0);
    expect(await batchOf(id)).toMatchObject({ phase: 'wanted', lookedAt: 2, taken: 2 });
    // Nobody else takes it while somebody may still be at it.
    expect(await lookAtPhotos(parts(), () => true)).toBe(false);
    const later = { ...parts(), clock: () => Date.now() + 200_000 };
    expect(await lookAtPhotos(later, () => true)).toBe(true);
    expect(await batchOf(id)).toMatchObject({ phase: 'done', lookedAt: 3, taken: 3, faults: [] });
  });

  it.each([
    ['cut off', zipOf([['D1.jpg', Buffer.from('x')]]).subarray(0, 60)],
    ['nothing of the kind', Buffer.from('PK\x03\x04 and then nothing at all, really')],
    [
      'a directory that points astray',
      Buffer.concat([deflateRawSync('x'), Buffer.from('504b0506', 'hex'), Buffer.alloc(18, 255)]),
    ],
  ])('that is %s is told as unreadable', async (_, zip) => {
    const room = await buildRoom(hall.source);
    const { id } = await bring(room.examId, zip);
    await lookAtPhotos(parts(), () => true);
    expect(await batchOf(id)).toMatchObject({ phase: 'unreadable', taken: 0 });
  });
});
