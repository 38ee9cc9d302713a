import { StoredObject, type StoredKind } from '#models/stored-object';
import { newObjectKey } from '#models/storage/port';
import type { Parts } from '../parts';
import { readPicture } from './read-picture';

export interface StoredPicture {
  readonly key: string;
  readonly digest: string;
}

/**
 * Keeps a picture of a sitting, re-encoded and encrypted. The row comes first: a file without a row would never
 * be found again, nor deleted.
 * @throws AppError NOT_AN_IMAGE, TOO_LARGE
 */
export async function storePicture(
  { dataSource, storage, clock }: Pick<Parts, 'dataSource' | 'storage' | 'clock'>,
  given: { readonly bytes: Buffer; readonly kind: StoredKind; readonly sittingId: string },
): Promise<StoredPicture> {
  const { jpeg, digest } = await readPicture(given.bytes);
  const key = newObjectKey();
  const { kind, sittingId } = given;
  await dataSource.getRepository(StoredObject).insert({
    ...{ key, kind, sittingId, digest },
    mediaType: 'image/jpeg',
    bytes: jpeg.length,
    createdAt: clock(),
    deletedAt: null,
  });
  await storage.put(key, jpeg);
  return { key, digest };
}
