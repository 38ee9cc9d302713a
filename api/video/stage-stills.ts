import type { Redis } from 'ioredis';
import sharp from 'sharp';
import { AppError } from '../errors';

const KEEP_MS = 60_000;
const WIDEST = 640;
const MAX_PIXELS = 12_000_000;
const SECONDS = 3;
const key = (sittingId: string, position: 1 | 2) => `stage-still:${sittingId}:${position}`;

/** The newest picture of each camera for watchers beyond the live ones: re-encoded, small, and gone in a minute. */
export function createStageStills(redis: Redis) {
  /** @throws AppError NOT_AN_IMAGE, TOO_LARGE */
  const keep = async (sittingId: string, position: 1 | 2, picture: Buffer): Promise<void> => {
    const still = await shrink(picture);
    await redis.set(key(sittingId, position), still, 'PX', KEEP_MS);
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

async function shrink(picture: Buffer): Promise<Buffer> {
  const image = sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
  const { format, width, height } = await image.metadata().catch(() => unreadable());
  if (format !== 'jpeg' && format !== 'png' && format !== 'webp') return unreadable();
  if (width * height > MAX_PIXELS) throw new AppError('TOO_LARGE', { limit: MAX_PIXELS });
  return image
    .rotate()
    .resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS })
    .jpeg({ quality: 70 })
    .toBuffer()
    .catch(() => unreadable());
}

function unreadable(): never {
  throw new AppError('NOT_AN_IMAGE');
}
