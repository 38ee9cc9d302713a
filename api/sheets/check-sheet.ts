import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { within } from '../deadline';
import { AppError } from '../errors';
import { inThread, OutOfBounds } from '../threads/in-thread';
import { isCutShort, isOfType, sniff } from './sniff';

/** What a phone of today delivers and more; a picture of thirty thousand pixels a side has ten times as many. */
const MOST_PIXELS = 80_000_000;
const LONGEST_SIDE = 30_000;
/** What is kept: a sheet of A4 at 300 dots per inch. */
const KEPT_SIDE = 3_508;
const DECODE_MS = 20_000;
/**
 * libheif allocates beside JavaScript's heap; its pixels are bounded before they are decoded. A phone's twelve million
 * pixels take up to twenty seconds on a machine that has other things to do.
 */
const HEIC = { ms: 60_000, heapMb: 256 } as const;

export interface CheckedSheet {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes an inert picture of what was uploaded: right bytes, right kind, whole, bounded, upright, without metadata.
 * @throws AppError NOT_AN_IMAGE, WRONG_TYPE, TOO_MANY_PIXELS, IMAGE_TRUNCATED, IMAGE_UNREADABLE, DIGEST_DIFFERS
 */
export async function checkSheet(
  bytes: Buffer,
  announced: { readonly digest: string; readonly mediaType: string },
): Promise<CheckedSheet> {
  if (createHash('sha256').update(bytes).digest('hex') !== announced.digest)
    throw new AppError('DIGEST_DIFFERS');
  const found = sniff(bytes);
  if (['unknown', 'pdf', 'zip', 'gif'].includes(found)) throw new AppError('NOT_AN_IMAGE', { found });
  if (!isOfType(found, announced.mediaType)) throw new AppError('WRONG_TYPE', { found });
  if (isCutShort(found, bytes)) throw new AppError('IMAGE_TRUNCATED');
  const source = found === 'heic' ? await readHeic(bytes) : await readHeader(bytes);
  const encoded = await within(DECODE_MS, encode(source)).catch(unreadable);
  return { jpeg: encoded.data, width: encoded.info.width, height: encoded.info.height };
}

/** The limit of pixels is judged from the header, before anything is unpacked. */
async function readHeader(bytes: Buffer): Promise<Sharp> {
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
  const header = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  demandSize(header.width ?? 0, header.height ?? 0);
  if ((header.pages ?? 1) > 1) throw new AppError('NOT_AN_IMAGE', { found: 'animation' });
  return open();
}

async function readHeic(bytes: Buffer): Promise<Sharp> {
  const picture = await inThread({ kind: 'heic', bytes, mostPixels: MOST_PIXELS }, HEIC).catch(unreadable);
  if (picture.tooLarge) throw new AppError('TOO_MANY_PIXELS', { limit: MOST_PIXELS });
  const { width, height, rgba } = picture;
  demandSize(width, height);
  return sharp(rgba, { raw: { width, height, channels: 4 } });
}

function demandSize(width: number, height: number): void {
  if (width >= LONGEST_SIDE || height >= LONGEST_SIDE || width * height > MOST_PIXELS)
    throw new AppError('TOO_MANY_PIXELS', { limit: MOST_PIXELS });
}

const encode = (picture: Sharp) =>
  picture
    .rotate()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88, mozjpeg: false })
    .timeout({ seconds: DECODE_MS / 1_000 })
    .toBuffer({ resolveWithObject: true });

/** libvips and libheif name a picture that breaks off in their own words. */
const BROKEN_OFF =
  /premature|truncat|unexpected end|end of (stream|file|data)|not enough|early eof|incomplete|short/i;

function unreadable(error: unknown): never {
  if (error instanceof AppError) throw error;
  const said = error instanceof OutOfBounds ? '' : String(error);
  throw new AppError(BROKEN_OFF.test(said) ? 'IMAGE_TRUNCATED' : 'IMAGE_UNREADABLE', undefined, {
    cause: error,
  });
}
