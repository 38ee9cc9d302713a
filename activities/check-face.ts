import type { Logger } from 'pino';
import { In, type DataSource } from 'typeorm';
import type { FacePose, FaceVerdict } from '#protocol/face';
import type { Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import type { VisionPorts } from '#workflows/activities';
import { failure } from './failures';

type Query = Parameters<VisionPorts['checkFace']>[0];

/** Pictures of one attempt, decrypted, in memory only for as long as they are judged. */
export interface FaceCheck {
  readonly registered: Buffer | null;
  readonly asked: Query['asked'];
  readonly steps: readonly { readonly pose: FacePose; readonly frames: readonly Buffer[] }[];
}

export interface FaceDeps {
  readonly database: () => Promise<DataSource>;
  readonly storage: Storage;
  readonly checker: (check: FaceCheck) => Promise<FaceVerdict>;
  readonly logger: Logger;
}

const load = async (storage: Storage, key: string, missing: 'STILLS_MISSING' | 'PHOTO_MISSING') => {
  const picture = await storage.get(key);
  if (!picture) throw failure(missing, { key });
  return picture;
};

/** Pictures of another sitting are as good as missing: nobody passes by a friend's face. */
const assertOwn = async (source: DataSource, { sittingId, frames }: Query) => {
  const keys = [...new Set(frames.flatMap((step) => step.keys))];
  const own = await source.getRepository(StoredObject).countBy({ key: In(keys), kind: 'still', sittingId });
  if (own !== keys.length) throw failure('STILLS_MISSING', { named: keys.length, own });
};

/** Loads the pictures of one attempt and has them judged. The verdict holds numbers and codes only. */
export const checkFace =
  ({ database, storage, checker }: FaceDeps): VisionPorts['checkFace'] =>
  async (query) => {
    const { photoKey, asked, frames } = query;
    await assertOwn(await database(), query);
    const registered = photoKey === null ? null : await load(storage, photoKey, 'PHOTO_MISSING');
    const steps = await Promise.all(
      frames.map(async ({ pose, keys }) => ({
        pose,
        frames: await Promise.all(keys.map((key) => load(storage, key, 'STILLS_MISSING'))),
      })),
    );
    return checker({ registered, asked, steps });
  };
