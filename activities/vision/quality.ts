import type { PictureReason } from '#protocol/face';
import type { Thresholds } from './manifest.schema';
import type { Mesh } from './mesh';
import type { Face, Picture } from './picture';
import { poseOf } from './pose';

export interface Quality {
  /** Mean brightness of the face, 0 to 255. */
  readonly brightness: number;
  /** How strongly neighbouring pixels of the upright face differ, per contrast of the face. */
  readonly sharpness: number;
}

/** The part of the recogniser's chip that is face and nothing else. */
const MARGIN = 0.2;

/** Judges light and focus where it matters: on the upright face that the recogniser gets to see. */
export function qualityOf(chip: Picture): Quality {
  const luma = lumaOf(chip);
  const [left, right] = [Math.round(chip.width * MARGIN), Math.round(chip.width * (1 - MARGIN))];
  const [top, bottom] = [Math.round(chip.height * MARGIN), Math.round(chip.height * (1 - MARGIN))];
  let [sum, squares, edges, count] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++, count++) {
      const at = (dx: number, dy: number) => luma[(y + dy) * chip.width + x + dx] ?? 0;
      const value = at(0, 0);
      sum += value;
      squares += value * value;
      edges += (4 * value - at(-1, 0) - at(1, 0) - at(0, -1) - at(0, 1)) ** 2;
    }
  }
  const brightness = sum / count;
  const contrast = Math.sqrt(Math.max(1, squares / count - brightness ** 2));
  return { brightness, sharpness: (100 * Math.sqrt(edges / count)) / contrast };
}

export function lumaOf({ width, height, rgb }: Picture): Float32Array {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * (rgb[3 * i] ?? 0) + 0.587 * (rgb[3 * i + 1] ?? 0) + 0.114 * (rgb[3 * i + 2] ?? 0);
  }
  return luma;
}

/** What is wrong with a picture of one face, the most helpful to say first. */
export function flawsOf(
  { face, mesh, quality, picture }: { face: Face; mesh: Mesh; quality: Quality; picture: Picture },
  kind: 'frame' | 'photo',
  thresholds: Thresholds,
): PictureReason[] {
  const limits = thresholds.quality;
  const turnedAway = kind === 'photo' && Math.abs(poseOf(mesh).yaw) > thresholds.pose.photoYaw;
  const across =
    kind === 'frame' ? (face.box.width * 640) / Math.max(picture.width, picture.height) : face.box.width;
  const least = kind === 'frame' ? limits.faceWidthFrame : limits.faceWidthPhoto;
  const checks: [boolean, PictureReason][] = [
    [quality.brightness < limits.dark, 'too-dark'],
    [quality.brightness > limits.bright, 'too-bright'],
    [across < least, 'too-far'],
    [partOutside(mesh, picture) > limits.cutOff, 'cut-off'],
    [quality.sharpness < limits.sharpness, 'blurred'],
    [mesh.presence < thresholds.face.presence, 'covered'],
    [turnedAway, 'turned-away'],
  ];
  return checks.filter(([failed]) => failed).map(([, reason]) => reason);
}

/** The part of the mesh that lies beyond the edges: the detector's box stops at them. */
function partOutside({ points }: Mesh, { width, height }: Picture): number {
  const outside = points.filter(([x, y]) => x < 0 || y < 0 || x >= width || y >= height);
  return outside.length / points.length;
}
