import sharp, { type Sharp } from 'sharp';
import { judgePicture } from './judge-picture';

const lines = Array.from({ length: 16 }, (_, row) => {
  const y = 90 + row * 60;
  const waves = Array.from({ length: 22 }, (__, at) => `q ${9 + (at % 4) * 2} -34 ${20 + (at % 3) * 4} 0`);
  return `<path d="M 70 ${y} ${waves.join(' ')}"/>`;
}).join('');
const page = (ink = '#22345a') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100"><rect width="800" height="1100" fill="#8d8374"/>` +
      `<rect x="30" y="30" width="740" height="1040" fill="#fbfaf6"/>` +
      `<g fill="none" stroke="${ink}" stroke-width="4">${lines}</g></svg>`,
  );

async function judge(change: (picture: Sharp) => Sharp, ink?: string) {
  const changed = await change(sharp(page(ink)))
    .png()
    .toBuffer();
  const { data, info } = await sharp(changed)
    .resize({ width: 720, height: 720, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return judgePicture({ data: new Uint8ClampedArray(data), width: info.width, height: info.height });
}

describe('a glance at a photographed sheet', () => {
  it('finds handwriting in focus fine, in ink and in pencil', async () => {
    expect(await judge((picture) => picture)).toBe('fine');
    expect(await judge((picture) => picture, '#8a8a8a')).toBe('fine');
    expect(await judge((picture) => picture.rotate(4, { background: '#8d8374' }))).toBe('fine');
  });

  it('finds it fine under a weak lamp', async () => {
    expect(await judge((picture) => picture.linear(0.55, 0))).toBe('fine');
  });

  it.each([5, 8])('warns of one that is out of focus by %s pixels', async (sigma) => {
    expect(await judge((picture) => picture.blur(sigma))).toBe('blurred');
  });

  it('warns of one in the dark', async () => {
    expect(await judge((picture) => picture.linear(0.25, 0))).toBe('dark');
  });

  it('says nothing against an empty sheet', async () => {
    const white = { create: { width: 300, height: 400, channels: 4 as const, background: '#f4f2ee' } };
    const { data, info } = await sharp(white).raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    expect(judgePicture({ data: new Uint8ClampedArray(data), width, height })).toBe('fine');
  });
});
