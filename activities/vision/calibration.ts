import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { FACE_POSES, type FacePose } from '#protocol/face';
import { poseShown } from './challenge';
import { look } from './checker';
import { distance } from './embed';
import type { SeenFace } from './observe';
import type { Models } from './sessions';

export interface Band {
  readonly pairs: number;
  readonly least: number;
  readonly most: number;
  readonly accepted: number;
  readonly toReview: number;
  readonly noMatch: number;
}

export interface Calibration {
  readonly persons: number;
  /** Every registered photo with every frame of the same person; `toReview` and `noMatch` are false rejects. */
  readonly same: Band;
  /** Every registered photo with every picture of everybody else; `accepted` are false matches. */
  readonly different: Band;
  /** Frames named by a pose, and how many of them the mesh sees in it. */
  readonly poses: { readonly frames: number; readonly recognised: number };
  /** Pictures in which no face could be judged, by path. */
  readonly unusable: readonly string[];
}

interface Album {
  readonly registered: SeenFace;
  readonly frames: readonly { readonly name: string; readonly face: SeenFace }[];
}

/**
 * Measures the models and thresholds on a folder of persons: one folder each, with `registered.jpg` and any number of
 * other pictures; those named `front`, `turn-left`, `turn-right` or `open-mouth` are judged as poses too.
 */
export async function calibrate(models: Models, folder: string): Promise<Calibration> {
  const unusable: string[] = [];
  const albums: Album[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const album = entry.isDirectory() ? await openAlbum(models, join(folder, entry.name), unusable) : null;
    if (album) albums.push(album);
  }
  const same: number[] = [];
  const different: number[] = [];
  for (const album of albums) {
    for (const other of albums) {
      const pictures = other.frames.map(({ face }) => face);
      const pairs = other === album ? pictures : [other.registered, ...pictures];
      const distances = pairs.map(({ embedding }) => distance(models, album.registered.embedding, embedding));
      (other === album ? same : different).push(...distances);
    }
  }
  const { likeness } = models.manifest.thresholds;
  return {
    persons: albums.length,
    same: bandOf(same, likeness),
    different: bandOf(different, likeness),
    poses: countPoses(models, albums),
    unusable,
  };
}

async function openAlbum(models: Models, folder: string, unusable: string[]): Promise<Album | null> {
  let registered: SeenFace | null = null;
  const frames: { name: string; face: SeenFace }[] = [];
  for (const file of (await readdir(folder)).filter((name) => /\.(jpe?g|png|webp)$/i.test(name)).sort()) {
    const name = basename(file, extname(file));
    const seen = await look(
      models,
      await readFile(join(folder, file)),
      name === 'registered' ? 'photo' : 'frame',
    );
    if (seen.seen === 'nothing') unusable.push(join(folder, file));
    else if (name === 'registered') registered = seen;
    else frames.push({ name, face: seen });
  }
  return registered ? { registered, frames } : null;
}

function bandOf(distances: readonly number[], { accept, review }: { accept: number; review: number }): Band {
  const count = (matches: (value: number) => boolean) => distances.filter(matches).length;
  return {
    pairs: distances.length,
    least: Math.min(...distances),
    most: Math.max(...distances),
    accepted: count((value) => value <= accept),
    toReview: count((value) => value > accept && value <= review),
    noMatch: count((value) => value > review),
  };
}

function countPoses(models: Models, albums: readonly Album[]): Calibration['poses'] {
  const isPose = (name: string): name is FacePose => FACE_POSES.some((pose) => pose === name);
  const verdicts = albums.flatMap(({ frames }) => {
    const front = frames.find(({ name }) => name === 'front');
    if (!front) return [];
    return frames
      .filter(({ name }) => isPose(name))
      .map(
        ({ name, face }) => poseShown(face.pose, front.face.pose, models.manifest.thresholds.pose) === name,
      );
  });
  return { frames: verdicts.length, recognised: verdicts.filter(Boolean).length };
}
