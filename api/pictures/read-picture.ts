import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { within } from '../deadline';
import { AppError } from '../errors';

export interface Picture {
  readonly jpeg: Buffer;
  /** SHA-256 (hex) of `jpeg`. */
  readonly digest: string;
}

/** What a camera of today delivers; a picture of more is no frame of a video. */
const MOST_PIXELS = 12_000_000;
/** Longest side of what is kept: enough for a face, and for the print on a card. */
const LONGEST_SIDE = 2_048;
const DECODE_MS = 4_000;
const kinds = new Set(['jpeg', 'png', 'webp']);

export interface Encoding {
  readonly longestSide: number;
  /** JPEG's, up to 100. */
  readonly quality: number;
}
const FULL: Encoding = { longestSide: LONGEST_SIDE, quality: 92 };

/**
 * Decodes within bounds of pixels and time, and encodes anew: what is stored is a picture and nothing else, without
 * metadata and turned upright.
 * @throws AppError NOT_AN_IMAGE, TOO_LARGE
 */
export async function readPicture(bytes: Buffer, encoding: Encoding = FULL): Promise<Picture> {
  // The limit of pixels is judged from the header, before anything is unpacked.
  const {
    format,
    width = 0,
    height = 0,
    pages = 1,
  } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(notAnImage);
  if (!format || !kinds.has(format) || pages > 1) throw new AppError('NOT_AN_IMAGE');
  if (width * height > MOST_PIXELS) throw new AppError('TOO_LARGE', { limit: MOST_PIXELS, unit: 'pixels' });
  const jpeg = await within(DECODE_MS, encode(bytes, encoding)).catch(notAnImage);
  return { jpeg, digest: createHash('sha256').update(jpeg).digest('hex') };
}

const encode = (bytes: Buffer, { longestSide, quality }: Encoding): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality, mozjpeg: false })
    .timeout({ seconds: Math.ceil(DECODE_MS / 1_000) })
    .toBuffer();

const notAnImage = (error: unknown): never => {
  throw new AppError('NOT_AN_IMAGE', undefined, { cause: error });
};
