import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Challenge, FacePose } from '#protocol/face';
import type { FaceCheckInput } from '../checker';

/** Everybody that there are posed frames of. */
export const POSED = ['collins', 'hopper', 'obama', 'biden', 'pyfeat'] as const;
export type Person = (typeof POSED)[number];

export const MANIFEST = join(__dirname, '../manifest.json');

export function photo(name: string): Promise<Buffer> {
  return readFile(join(__dirname, 'photos', `${name}.jpg`));
}

/** Three pictures as a camera takes them one after another: a little noise of light, never the same bytes. */
export async function shots(still: Buffer, count = 3): Promise<Buffer[]> {
  const shot = (index: number) => sharp(still).linear(1, index).jpeg({ quality: 88 }).toBuffer();
  return Promise.all(Array.from({ length: count }, (_, index) => shot(index)));
}

/** An honest attempt, whose steps can be replaced by other pictures; a step may show another than it says. */
export async function attempt(
  person: Person,
  asked: readonly Challenge[],
  instead: Partial<Record<FacePose, readonly Buffer[]>> = {},
): Promise<FaceCheckInput> {
  const poses: readonly FacePose[] = ['front', ...asked];
  const frames = poses.map(async (pose) => ({
    pose,
    images: instead[pose] ?? (await shots(await photo(`${person}/${pose}`))),
  }));
  return { registered: await photo(`${person}/registered`), asked, frames: await Promise.all(frames) };
}
