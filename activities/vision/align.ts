import type { FivePoints, Picture, Point } from './picture';
import { sample, type Similarity } from './sampling';

export interface Chip {
  readonly width: number;
  readonly height: number;
  readonly points: FivePoints;
}

/** Cuts a face out so that its five points come to lie where the recogniser was taught to expect them. */
export function alignFace(picture: Picture, points: FivePoints, chip: Chip): Picture {
  return sample(picture, fitSimilarity(listPoints(chip.points), listPoints(points)), chip.width, chip.height);
}

function listPoints(points: FivePoints): Point[] {
  return [points.leftEye, points.rightEye, points.nose, points.mouthLeft, points.mouthRight];
}

/** The turn, scale and shift that bring `from` nearest to `to` (least squares). */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const [fromX, fromY] = centre(from);
  const [toX, toY] = centre(to);
  let spread = 0;
  let along = 0;
  let across = 0;
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    spread += (x - fromX) ** 2 + (y - fromY) ** 2;
    along += (x - fromX) * (u - toX) + (y - fromY) * (v - toY);
    across += (x - fromX) * (v - toY) - (y - fromY) * (u - toX);
  });
  const a = along / spread;
  const b = across / spread;
  return { a, b, c: toX - a * fromX + b * fromY, d: toY - b * fromX - a * fromY };
}

function centre(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], [u, v]) => [x + u, y + v], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
