import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageTypeOf } from './file-kind';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the kind of a chosen file', () => {
  it.each([
    ['a JPEG', latin('\xff\xd8\xff\xe0'), 'image/jpeg'],
    ['a PNG', latin('\x89PNG\r\n\x1a\n'), 'image/png'],
    ['a WebP', latin('RIFF1234WEBPVP8 '), 'image/webp'],
    ['a PDF', latin('%PDF-1.7'), null],
    ['a GIF', latin('GIF89a'), null],
    ['nothing', latin(''), null],
  ])('of %s is told by its first bytes', (_, bytes, type) => expect(imageTypeOf(bytes)).toBe(type));

  it('of a real HEIC photograph is known', () => {
    const file = readFileSync(join(__dirname, '../../../../../api/sheets/test/sheet.heic'));
    expect(imageTypeOf(file.subarray(0, 16))).toBe('image/heic');
  });
});
