import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { decode, type DecodeLimits } from './decode';
import { photo } from './test/attempts';

const LIMITS: DecodeLimits = { bytes: 2_000_000, pixels: 4_000_000, seconds: 5, longerSide: 320 };

/** A PNG whose header promises what its few bytes of pixels do not hold. */
function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(named));
    return Buffer.concat([head, named, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('a picture', () => {
  it('is read upright, in three channels and no larger than needed', async () => {
    const sideways = await sharp(await photo('hopper/front'))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const decoded = await decode(sideways, LIMITS);
    expect(decoded).toMatchObject({ ok: true, picture: { width: 240, height: 320 } });
  });

  it.each(['png', 'webp'] as const)('may be %s, and transparent parts turn grey', async (format) => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0 };
    const image = sharp({ create: { width: 8, height: 8, channels: 4, background: clear } });
    const decoded = await decode(await image.toFormat(format, { lossless: true }).toBuffer(), LIMITS);
    expect(decoded.ok && [...decoded.picture.rgb.subarray(0, 3)]).toEqual([128, 128, 128]);
  });

  it.each([
    ['grey', (image: Sharp) => image.greyscale().toColourspace('b-w').png()],
    ['of sixteen bits', (image: Sharp) => image.toColourspace('rgb16').png()],
    ['CMYK', (image: Sharp) => image.toColourspace('cmyk').jpeg()],
  ] as const)('may be %s', async (_kind, change) => {
    const decoded = await decode(await change(sharp(await photo('hopper/front'))).toBuffer(), LIMITS);
    expect(decoded.ok && decoded.picture.rgb.length).toBe(320 * 240 * 3);
    const mean = decoded.ok
      ? decoded.picture.rgb.reduce((sum, value) => sum + value, 0) / decoded.picture.rgb.length
      : 0;
    expect(mean).toBeGreaterThan(40);
    expect(mean).toBeLessThan(200);
  });
});

describe('what is no picture', () => {
  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['noise', () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
    ['text', () => Buffer.from('GIF? JPEG? neither')],
    [
      'a drawing that is a program',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a document', () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction 2 0 R>>endobj')],
    [
      'a moving picture',
      () =>
        Buffer.from(
          '47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b',
          'hex',
        ),
    ],
    [
      'a photo of another kind than it says',
      () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(500, 1)]),
    ],
    ['a header without pixels', () => pngOf(600, 400, Buffer.alloc(20))],
  ])('is refused as undecodable: %s', async (_story, make) => {
    expect(await decode(make(), LIMITS)).toEqual({ ok: false, reason: 'undecodable' });
  });

  it('is refused as undecodable: a photo that breaks off', async () => {
    const whole = await photo('hopper/front');
    expect(await decode(whole.subarray(0, whole.length / 2), LIMITS)).toEqual({
      ok: false,
      reason: 'undecodable',
    });
  });
});

describe('what would cost too much', () => {
  it('is refused by its bytes, unread', async () => {
    expect(await decode(Buffer.alloc(2_000_001), LIMITS)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is refused by its promised pixels, before memory is given to them', async () => {
    const before = process.memoryUsage().rss;
    const bomb = pngOf(30_000, 30_000, Buffer.alloc(90_001 * 200));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await decode(bomb, LIMITS)).toEqual({ ok: false, reason: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });
});
