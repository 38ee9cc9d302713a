import type { Redis } from 'ioredis';
import { AppError } from '../errors';
import { readPicture } from '../pictures/read-picture';

const KEEP_MS = 60_000;
const SMALL = { longestSide: 640, quality: 70 } as const;
const key = (sittingId: string, position: 1 | 2) => `stage-still:${sittingId}:${position}`;

/** The newest picture of each camera for watchers beyond the live ones: re-encoded, small, and gone in a minute. */
export function createStageStills(redis: Redis) {
  /** @throws AppError NOT_AN_IMAGE, TOO_LARGE */
  const keep = async (sittingId: string, position: 1 | 2, picture: Buffer): Promise<void> => {
    const { jpeg } = await readPicture(picture, SMALL);
    await redis.set(key(sittingId, position), jpeg, 'PX', KEEP_MS);
  };

  /** @throws AppError NOT_FOUND when there is none of the last minute */
  const read = async (sittingId: string, position: 1 | 2): Promise<Buffer> => {
    const still = await redis.getBuffer(key(sittingId, position));
    if (!still) throw new AppError('NOT_FOUND');
    return still;
  };

  return { keep, read };
}
export type StageStills = ReturnType<typeof createStageStills>;
