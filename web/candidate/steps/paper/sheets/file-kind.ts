import { uploads } from '#contract/sheets';

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** The media type that the first bytes tell: phones name HEIC files as they like, or not at all. */
export function imageTypeOf(bytes: Uint8Array): string | null {
  const latin = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp';
  return latin(4, 8) === 'ftyp' && HEIC_BRANDS.includes(latin(8, 12)) ? 'image/heic' : null;
}

type OpenedPicture =
  | { readonly bytes: ArrayBuffer; readonly type: string }
  | { readonly why: 'NOT_AN_IMAGE' | 'TOO_LARGE' | 'IMAGE_UNREADABLE' };

/** Reads a chosen file whole: what a phone's gallery lends may be gone a minute later. */
export async function openPicture(file: Blob): Promise<OpenedPicture> {
  if (file.size > uploads.mostBytes) return { why: 'TOO_LARGE' };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { why: 'IMAGE_UNREADABLE' };
  const type = imageTypeOf(new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength)));
  return type ? { bytes, type } : { why: 'NOT_AN_IMAGE' };
}
