export type SniffedKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'gif' | 'zip' | 'unknown';

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** What the first bytes say a file is: names and announced types are anybody's word. */
export function sniff(bytes: Buffer): SniffedKind {
  const latin = (from: number, to: number) => bytes.subarray(from, to).toString('latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp';
  if (latin(4, 8) === 'ftyp' && HEIC_BRANDS.includes(latin(8, 12))) return 'heic';
  if (latin(0, 5) === '%PDF-') return 'pdf';
  if (latin(0, 4) === 'GIF8') return 'gif';
  return latin(0, 4) === 'PK\x03\x04' ? 'zip' : 'unknown';
}

const kindsOfType: Readonly<Record<string, readonly SniffedKind[]>> = {
  'image/jpeg': ['jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'image/heif': ['heic'],
};

/** Whether a file is what it was announced as. */
export const isOfType = (kind: SniffedKind, mediaType: string): boolean =>
  kindsOfType[mediaType]?.includes(kind) ?? false;
