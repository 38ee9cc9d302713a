import { crc32, deflateRawSync } from 'node:zlib';

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A zip file as any program makes one. */
export function zipOf(files: readonly (readonly [string, Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name, 'utf8');
    const sizes = [u32(crc32(content)), u32(packed.length), u32(content.length), u16(title.length), u16(0)];
    const common = [u16(20), u16(0x800), u16(8), u32(0), ...sizes];
    const local = Buffer.concat([u32(0x04034b50), ...common, title, packed]);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        ...common,
        ...[u16(0), u16(0), u16(0), u32(0), u32(at)],
        title,
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(files.length),
    u16(files.length),
    u32(list.length),
    u32(at),
    u16(0),
  ];
  return Buffer.concat([...locals, list, ...end]);
}
