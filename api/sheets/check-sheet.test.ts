import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { isAppError } from '../errors';
import { checkSheet } from './check-sheet';

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const heic = readFileSync(join(__dirname, 'test/sheet.heic'));
const photo = (width = 800, height = 600) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#f4efe2',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  });

const refusal = async (bytes: Buffer, mediaType: string, digest = digestOf(bytes)) => {
  try {
    await checkSheet(bytes, { digest, mediaType });
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'taken';
};

/** A PNG whose header says what its maker likes; a bomb of zeros compresses a thousandfold. */
function pngOf(width: number, height: number, data: Buffer): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) =>
    (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a photographed sheet', () => {
  it.each([
    ['image/jpeg', () => photo().jpeg().toBuffer()],
    ['image/png', () => photo(300, 200).png().toBuffer()],
    ['image/webp', () => photo().webp().toBuffer()],
    ['image/heic', async () => heic],
    ['image/heif', async () => heic],
  ])('is taken as %s and kept as an inert JPEG', async (mediaType, make) => {
    const bytes = await make();
    const { jpeg, width, height } = await checkSheet(bytes, { digest: digestOf(bytes), mediaType });
    const kept = await sharp(jpeg).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width, height });
    expect(kept.exif).toBeUndefined();
  });

  it('shows what the HEIC file shows', async () => {
    const { jpeg, width, height } = await checkSheet(heic, {
      digest: digestOf(heic),
      mediaType: 'image/heic',
    });
    expect([width, height]).toEqual([900, 1200]);
    const { channels } = await sharp(jpeg).stats();
    expect(channels.map(({ mean }) => Math.round(mean)).every((mean) => mean > 200)).toBe(true);
    expect(channels[0]?.stdev ?? 0).toBeGreaterThan(5);
  });

  it('is turned upright as the camera said, and says nothing of place and device afterwards', async () => {
    const bytes = await photo(600, 300)
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '31/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const kept = await checkSheet(bytes, { digest: digestOf(bytes), mediaType: 'image/jpeg' });
    expect([kept.width, kept.height]).toEqual([300, 600]);
    expect(kept.jpeg.includes('Phone')).toBe(false);
  });

  it('is kept no larger than an A4 sheet of 300 dots', async () => {
    const bytes = await photo(3_600, 400).jpeg({ quality: 40 }).toBuffer();
    const { width } = await checkSheet(bytes, { digest: digestOf(bytes), mediaType: 'image/jpeg' });
    expect(width).toBe(3_508);
  });
});

describe('what is no sheet', () => {
  it.each([
    ['a text', Buffer.from('Dear examiner, '.repeat(40)), 'image/jpeg', 'NOT_AN_IMAGE'],
    ['a PDF with scripts', Buffer.from('%PDF-1.4 /JavaScript (app.alert(1))'), 'image/png', 'NOT_AN_IMAGE'],
    ['a zip', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]), 'image/png', 'NOT_AN_IMAGE'],
    ['a page of HTML', Buffer.from('<html><script>alert(1)</script>'), 'image/webp', 'NOT_AN_IMAGE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png', 'NOT_AN_IMAGE'],
    [
      'nothing of a HEIC but its name',
      Buffer.concat([heic.subarray(0, 40), Buffer.alloc(4_000)]),
      'image/heic',
      'IMAGE_UNREADABLE',
    ],
    [
      'a bomb: 30,000 by 30,000 in 900 kB',
      pngOf(30_000, 30_000, deflateSync(Buffer.alloc(30_001 * 1_000))),
      'image/png',
      'TOO_MANY_PIXELS',
    ],
    [
      'a strip of 40,000 pixels',
      pngOf(40_000, 100, deflateSync(Buffer.alloc(40_001 * 100))),
      'image/png',
      'TOO_MANY_PIXELS',
    ],
  ])('%s is refused by name', async (_, bytes, mediaType, code) => {
    expect(await refusal(bytes, mediaType)).toBe(code);
  });

  it('a JPEG that is called a PNG is refused by name', async () => {
    expect(await refusal(await photo().jpeg().toBuffer(), 'image/png')).toBe('WRONG_TYPE');
  });

  it.each([
    ['JPEG', 'image/jpeg', () => photo().jpeg().toBuffer()],
    ['PNG', 'image/png', () => photo(300, 200).png().toBuffer()],
    ['WebP', 'image/webp', () => photo().webp().toBuffer()],
  ])('a %s that breaks off is refused by name', async (_, mediaType, make) => {
    const whole = await make();
    const code = await refusal(whole.subarray(0, Math.floor(whole.length / 2)), mediaType);
    expect(code).toBe('IMAGE_TRUNCATED');
  });

  it('a HEIC that breaks off is refused by name', async () => {
    expect(await refusal(heic.subarray(0, heic.length - 3_000), 'image/heic')).toBe('IMAGE_TRUNCATED');
  });

  it('other bytes than were announced are refused by name', async () => {
    expect(await refusal(await photo().jpeg().toBuffer(), 'image/jpeg', 'a'.repeat(64))).toBe(
      'DIGEST_DIFFERS',
    );
  });

  it('costs little memory whatever it claims', async () => {
    const bomb = pngOf(30_000, 30_000, deflateSync(Buffer.alloc(30_001 * 1_000)));
    const before = process.memoryUsage().rss;
    await Promise.all(Array.from({ length: 4 }, () => refusal(bomb, 'image/png')));
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});
