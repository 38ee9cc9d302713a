import type { Logger } from 'pino';
import { In, type DataSource } from 'typeorm';
import type { Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import type { VisionPorts } from '#workflows/activities';
import { failure } from './failures';
import type { FaceChecker, FaceCheckInput } from './vision/check-face';

type Query = Parameters<VisionPorts['checkFace']>[0];

export interface FaceDeps {
  readonly database: () => Promise<DataSource>;
  readonly storage: Storage;
  readonly checker: Pick<FaceChecker, 'check'>;
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

/** No registered photo is as good as one that cannot be read: a person will look. */
const noPhoto = Buffer.alloc(0);

const loadAll = async (storage: Storage, { photoKey, asked, frames }: Query): Promise<FaceCheckInput> => ({
  asked,
  registered: photoKey === null ? noPhoto : await load(storage, photoKey, 'PHOTO_MISSING'),
  frames: await Promise.all(
    frames.map(async ({ pose, keys }) => ({
      pose,
      images: await Promise.all(keys.map((key) => load(storage, key, 'STILLS_MISSING'))),
    })),
  ),
});

/** Loads the pictures of one attempt and has them judged. The verdict holds numbers and codes only. */
export const checkFace =
  ({ database, storage, checker, logger }: FaceDeps): VisionPorts['checkFace'] =>
  async (query) => {
    await assertOwn(await database(), query);
    const pictures = await loadAll(storage, query);
    try {
      return await checker.check(pictures);
    } catch (error) {
      logger.error({ err: error, sittingId: query.sittingId }, 'the models failed');
      throw failure('MODEL_FAULT');
    }
  };
