import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { readSheets } from '#contract/sheets';
import type { OutputOf } from '#contract/endpoint';
import type { Page } from 'playwright-core';

/** A file as a phone's camera or gallery gives it. */
export interface Photograph {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const WIDTH = 1500;
const HEIGHT = 2000;

/** Strokes of a hurried hand: nobody can read them, and every page is another one. */
function strokes(seed: number): string {
  let last = seed * 7_919 + 13;
  const next = (): number => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: 22 }, (_, row) => {
    const waves = Array.from(
      { length: 26 },
      () => `q ${9 + next() * 9} ${-20 - next() * 36} ${22 + next() * 20} 0`,
    );
    return `<path d="M 190 ${310 + row * 70} ${waves.join(' ')}"/>`;
  }).join('');
}

/** A sheet of paper with handwriting on a desk, askew and half in a shadow, as JPEG. */
export async function photographOf(sheet: number, blur = 0): Promise<Photograph> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<defs><linearGradient id="s"><stop offset="0" stop-opacity="0.28"/><stop offset="1" stop-opacity="0"/></linearGradient></defs>` +
    `<rect width="100%" height="100%" fill="#8d8374"/><g transform="rotate(${(sheet % 5) - 2} 750 1000)">` +
    `<path d="M 120 110 L 1390 90 L 1420 1900 L 90 1880 Z" fill="#f6f3ea"/>` +
    `<path d="M 120 250 H 1390" stroke="#c96b62" stroke-width="3"/>` +
    `<text x="180" y="210" font-size="92" font-weight="bold" fill="#22345a">${sheet}</text>` +
    `<g fill="none" stroke="#22345a" stroke-width="5" stroke-linecap="round">${strokes(sheet)}</g></g>` +
    `<rect width="100%" height="100%" fill="url(#s)"/></svg>`;
  const flat = await sharp(Buffer.from(svg)).png().toBuffer();
  const picture = blur > 0 ? sharp(flat).blur(blur) : sharp(flat);
  const buffer = await picture.jpeg({ quality: 88 }).toBuffer();
  return { name: `IMG_${1_000 + sheet}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** A photograph as an iPhone stores it. */
export const heicPhotograph = (): Photograph => ({
  name: 'IMG_2001.HEIC',
  mimeType: 'image/heic',
  buffer: readFileSync(join(__dirname, '../../../api/sheets/test/sheet.heic')),
});

/** A paper of two pages. */
export async function pdfPaper(): Promise<Buffer> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.TimesRoman);
  for (const number of [1, 2]) {
    const page = made.addPage([595, 842]);
    page.drawText(`Question ${number}: describe the uses of blankness.`, { x: 60, y: 760, size: 16, font });
  }
  return Buffer.from(await made.save());
}

/** What the server has of a page's sheets, asked as the page itself would. */
export function sheetsOf(page: Page): Promise<OutputOf<typeof readSheets>> {
  return page.evaluate(async (path) => (await fetch(path)).json(), readSheets.path);
}
