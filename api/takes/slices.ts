import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { newObjectKey } from '#models/storage/port';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import { TakeSlicePart } from '#models/take-slice-part';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import type { AnnouncedSlice } from './announced-slice';
import type { Sender } from './may-send';

type Store = Pick<Parts, 'dataSource' | 'storage' | 'clock'>;

export interface Run {
  readonly takeId: string;
  readonly position: 1 | 2;
  readonly segment: number;
  readonly span: number;
  readonly mediaType: string;
  readonly epoch: number;
}

/** The run that a slice is of, begun by its first one. @throws AppError CONFLICT where it is another device's */
export async function beginRun({ dataSource, clock }: Store, run: Run): Promise<TakeSegment> {
  const rows = dataSource.getRepository(TakeSegment);
  const { takeId, position, segment } = run;
  const place = { takeId, position, segment };
  const begin = async () => {
    const fresh = { ...run, declared: null, createdAt: clock() };
    await rows.createQueryBuilder().insert().values(fresh).orIgnore().execute();
    return rows.findOneByOrFail(place);
  };
  const found = (await rows.findOneBy(place)) ?? (await begin());
  const isSame = found.span === run.span && found.mediaType === run.mediaType && found.epoch === run.epoch;
  if (!isSame) throw new AppError('CONFLICT', { segment });
  return found;
}

/** Begins a slice, or finds it: what has arrived of it stays. @throws AppError CONFLICT for other bytes in its place */
export async function beginSlice(
  { dataSource, clock }: Store,
  { sittingId, position }: Sender,
  { take, segment, seq, from, to, digest }: AnnouncedSlice,
  bytes: number,
): Promise<TakeSlice> {
  const rows = dataSource.getRepository(TakeSlice);
  const place = { takeId: take, position, segment, seq };
  await rows
    .createQueryBuilder()
    .insert()
    .values({
      ...{ id: ulid(), sittingId, ...place, fromMs: from, toMs: to, digest, bytes },
      ...{ state: 'uploading', offset: 0, key: null, createdAt: clock(), receivedAt: null },
    })
    .orIgnore()
    .execute();
  const slice = await rows.findOneByOrFail(place);
  if (slice.digest !== digest || slice.bytes !== bytes) throw new AppError('CONFLICT', { segment, seq });
  return slice;
}

/**
 * Stores bytes that follow what is there. The row's offset moves only from where they begin, so that of two
 * connections that send the same bytes one counts.
 * @throws AppError CONFLICT where the offset is another one by now
 */
export async function appendToSlice(
  { dataSource, storage, clock }: Store,
  slice: TakeSlice,
  from: number,
  bytes: Buffer,
) {
  if (from === 0 && bytes.length === slice.bytes)
    return storeWhole({ dataSource, storage, clock }, slice, bytes);
  const key = newObjectKey();
  await storage.put(key, bytes);
  try {
    await dataSource.transaction(async (manager) => {
      const moved = await manager.update(
        TakeSlice,
        { id: slice.id, offset: from, state: 'uploading' },
        { offset: from + bytes.length },
      );
      if (moved.affected !== 1) throw new AppError('CONFLICT');
      await manager.insert(TakeSlicePart, { sliceId: slice.id, offset: from, bytes: bytes.length, key });
    });
  } catch (error) {
    await storage.delete(key);
    throw error;
  }
}

/** As most slices come: at once. Judged before it is stored, it is one file and one write of its row. */
async function storeWhole({ dataSource, storage, clock }: Store, { id, digest }: TakeSlice, bytes: Buffer) {
  if (digestOf(bytes) !== digest) throw new AppError('DIGEST_DIFFERS');
  const key = newObjectKey();
  await storage.put(key, bytes);
  const stored = { state: 'stored', offset: bytes.length, key, receivedAt: clock() } as const;
  const done = await dataSource
    .getRepository(TakeSlice)
    .update({ id, offset: 0, state: 'uploading' }, stored);
  if (done.affected === 1) return;
  await storage.delete(key);
  throw new AppError('CONFLICT');
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** All bytes are there: they are the slice, if its digest says so. @throws AppError DIGEST_DIFFERS; then it begins anew */
export async function finishSlice(store: Store, { id }: TakeSlice): Promise<void> {
  const { dataSource, storage, clock } = store;
  const slice = await dataSource.getRepository(TakeSlice).findOneByOrFail({ id });
  if (slice.state === 'stored') return;
  const parts = await dataSource
    .getRepository(TakeSlicePart)
    .find({ where: { sliceId: id }, order: { offset: 'ASC' } });
  const stored = await Promise.all(parts.map(({ key }) => storage.get(key)));
  const bytes = Buffer.concat(stored.filter((each) => each !== null));
  if (digestOf(bytes) !== slice.digest) {
    await beginAnew(store, id);
    throw new AppError('DIGEST_DIFFERS');
  }
  // What came at once lies where it shall stay; what came in parts is put together.
  const [only] = parts;
  const key = parts.length === 1 && only ? only.key : newObjectKey();
  if (parts.length > 1) await storage.put(key, bytes);
  const done = await dataSource
    .getRepository(TakeSlice)
    .update({ id, state: 'uploading' }, { state: 'stored', key, receivedAt: clock() });
  if (done.affected !== 1) return;
  await dataSource.getRepository(TakeSlicePart).delete({ sliceId: id });
  for (const part of parts) if (part.key !== key) await storage.delete(part.key);
}

async function beginAnew({ dataSource, storage }: Store, id: string): Promise<void> {
  const parts = await dataSource.getRepository(TakeSlicePart).findBy({ sliceId: id });
  await dataSource.transaction(async (manager) => {
    await manager.update(TakeSlice, { id, state: 'uploading' }, { offset: 0 });
    await manager.delete(TakeSlicePart, { sliceId: id });
  });
  for (const { key } of parts) await storage.delete(key);
}

export async function dropSlice(store: Store, { id }: TakeSlice): Promise<void> {
  await beginAnew(store, id);
  await store.dataSource.getRepository(TakeSlice).delete({ id, state: 'uploading' });
}
