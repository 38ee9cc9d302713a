import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With its folders. */
  readonly name: string;
  /** Null where it is packed in a way that is not read, larger than `most`, or broken. */
  readonly unpack: (most: number) => Buffer | null;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const UTF8 = 0x800;
const ENCRYPTED = 0x1;

/**
 * Files of a zip file by its directory, without what systems add of their own. Nothing is unpacked before it is asked
 * for, and then no further than its bound. @returns null where this is no zip file, or one with more than `most` files
 */
export function entriesOf(zip: Buffer, most: number): readonly ZipEntry[] | null {
  const end = findEnd(zip);
  if (end === null) return null;
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) return null;
    const [nameBytes, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const next = at + 46 + (nameBytes ?? 0) + (extra ?? 0) + (comment ?? 0);
    const entry = entryAt(zip, at, nameBytes ?? 0);
    if (!isOfTheSystem(entry.name)) entries.push(entry);
    at = next;
  }
  return entries.length > most ? null : entries;
}

function findEnd(zip: Buffer): number | null {
  const last = Math.max(0, zip.length - END_BYTES - MOST_COMMENT);
  for (let at = zip.length - END_BYTES; at >= last; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  return null;
}

function entryAt(zip: Buffer, at: number, nameBytes: number): ZipEntry {
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  const packed = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  const raw = zip.subarray(at + 46, at + 46 + nameBytes);
  const name = new TextDecoder((flags & UTF8) !== 0 ? 'utf-8' : 'gb18030').decode(raw);
  const unpack = (most: number): Buffer | null => {
    if ((flags & ENCRYPTED) !== 0 || local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL)
      return null;
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    if (bytes.length !== packed) return null;
    if (method === 0) return packed <= most ? bytes : null;
    return method === 8 ? inflate(bytes, most) : null;
  };
  return { name, unpack };
}

function inflate(bytes: Buffer, most: number): Buffer | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    return null;
  }
}

const isOfTheSystem = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.[^/]*|Thumbs\.db)$/i.test(name);
