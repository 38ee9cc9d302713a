import type { PictureReason } from '#protocol/face';
import { detectFaces } from './detect';
import { cutChip, embedChip, type Embedding } from './embed';
import { meshFace } from './mesh';
import type { Face, Picture } from './picture';
import { poseOf, type Pose } from './pose';
import { flawsOf, lumaOf, qualityOf } from './quality';
import type { Models } from './sessions';

/** One face, seen well enough to say something about it. */
export interface SeenFace {
  readonly seen: 'face';
  readonly pose: Pose;
  readonly embedding: Embedding;
  readonly sharpness: number;
  /** Pixels across the face. */
  readonly faceWidth: number;
  /** What makes this picture a poor witness, the most helpful to say first; empty for a good one. */
  readonly flaws: readonly PictureReason[];
}

export type Observation = SeenFace | { readonly seen: 'nothing'; readonly reason: PictureReason };

/** Looks at one decoded picture with all three models. */
export async function observe(
  models: Models,
  picture: Picture,
  kind: 'frame' | 'photo',
): Promise<Observation> {
  const { thresholds } = models.manifest;
  const faces = await detectFaces(models, picture, kind);
  const [face] = faces;
  if (!face)
    return { seen: 'nothing', reason: isBlack(picture, thresholds.quality.dark) ? 'too-dark' : 'no-face' };
  if (hasCompany(faces, thresholds.face.second)) return { seen: 'nothing', reason: 'two-faces' };
  const chip = cutChip(models, picture, face.points);
  const mesh = await meshFace(models, picture, face);
  const quality = qualityOf(chip);
  return {
    seen: 'face',
    pose: poseOf(mesh),
    embedding: await embedChip(models, chip),
    sharpness: quality.sharpness,
    faceWidth: face.box.width,
    flaws: flawsOf({ face, mesh, quality, picture }, kind, thresholds),
  };
}

/** A face in a picture on the wall behind is small; somebody beside the candidate is not. */
function hasCompany([first, second]: readonly Face[], part: number): boolean {
  return first !== undefined && second !== undefined && second.box.width >= part * first.box.width;
}

function isBlack(picture: Picture, dark: number): boolean {
  const luma = lumaOf(picture);
  return luma.reduce((sum, value) => sum + value, 0) / luma.length < dark;
}
