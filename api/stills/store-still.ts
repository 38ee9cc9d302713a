import { ulid } from 'ulid';
import { newObjectKey } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import { WatchStill, type WatchSource } from '#models/watch-still';
import type { Parts } from '../parts';
import { readPicture } from '../pictures/read-picture';

/** Enough to see who sits there and what lies on the desk; some 30 kB. */
const ENCODING = { longestSide: 640, quality: 70 };

/**
 * Keeps a still, re-encoded and encrypted, with its row first: a file without one would never be deleted.
 * @throws AppError NOT_AN_IMAGE, TOO_LARGE
 */
export async function storeStill(
  { dataSource, storage }: Pick<Parts, 'dataSource' | 'storage'>,
  given: {
    readonly bytes: Buffer;
    readonly sittingId: string;
    readonly source: WatchSource;
    readonly at: number;
  },
): Promise<void> {
  const { sittingId, source, at } = given;
  const { jpeg, digest } = await readPicture(given.bytes, ENCODING);
  const key = newObjectKey();
  await dataSource.getRepository(StoredObject).insert({
    ...{ key, kind: 'watch-still', sittingId, digest },
    ...{ mediaType: 'image/jpeg', bytes: jpeg.length, createdAt: at, deletedAt: null },
  });
  await storage.put(key, jpeg);
  // The strip names only what is there to be shown.
  await dataSource.getRepository(WatchStill).insert({ id: ulid(at), sittingId, source, at, key });
}
