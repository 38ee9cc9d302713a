import sharp from 'sharp';
import type { PictureReason } from '#protocol/face';
import type { Picture } from './picture';

export type Decoded =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly reason: Extract<PictureReason, 'undecodable' | 'too-large'> };

/** What one picture may cost before it is refused unread. */
export interface DecodeLimits {
  readonly bytes: number;
  /** Declared width times height. */
  readonly pixels: number;
  readonly seconds: number;
  /** Longer side after decoding: no model looks closer. */
  readonly longerSide: number;
}

/** SVG, PDF and the like are programs rather than pictures and are not read. */
const FORMATS = new Set(['jpeg', 'png', 'webp']);
/** A picture that breaks off is not half a picture but none. */
const STRICT = { failOn: 'error', pages: 1, sequentialRead: true } as const;

/** Reads a picture upright and opaque, or says why not. A picture that lies about itself is `undecodable`. */
export async function decode(bytes: Buffer, limits: DecodeLimits): Promise<Decoded> {
  if (bytes.length > limits.bytes) return { ok: false, reason: 'too-large' };
  try {
    const { format, width, height } = await sharp(bytes, { ...STRICT, limitInputPixels: false }).metadata();
    if (!FORMATS.has(format)) return { ok: false, reason: 'undecodable' };
    if (width * height > limits.pixels) return { ok: false, reason: 'too-large' };
    return { ok: true, picture: await read(bytes, limits) };
  } catch (error) {
    const tookTooLong = error instanceof Error && /timeout/i.test(error.message);
    return { ok: false, reason: tookTooLong ? 'too-large' : 'undecodable' };
  }
}

async function read(bytes: Buffer, limits: DecodeLimits): Promise<Picture> {
  const side = limits.longerSide;
  const { data, info } = await sharp(bytes, { ...STRICT, limitInputPixels: limits.pixels })
    .timeout({ seconds: limits.seconds })
    .rotate()
    .flatten({ background: '#808080' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`expected three channels, found ${info.channels}`);
  return { width: info.width, height: info.height, rgb: data };
}
