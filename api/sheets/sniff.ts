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

/** Whether the file itself says that it should go on. A decoder may still find more missing. */
export function isCutShort(kind: SniffedKind, bytes: Buffer): boolean {
  switch (kind) {
    case 'jpeg':
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0;
    case 'png':
      return !bytes.subarray(-64).includes('IEND');
    case 'webp':
      return bytes.length < 8 || bytes.readUInt32LE(4) + 8 > bytes.length;
    case 'heic':
      return hasOpenBox(bytes);
    default:
      return false;
  }
}

/** Boxes follow one another; one that is longer than what is left of the file breaks off. */
function hasOpenBox(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const said = bytes.readUInt32BE(at);
    if (said === 0) return false;
    const length = said === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : said;
    if (length < 8 || at + length > bytes.length) return true;
    at += length;
  }
  return at !== bytes.length;
}
