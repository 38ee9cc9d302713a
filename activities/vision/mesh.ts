import type { Face, Picture, Point } from './picture';
import { apply, sample, type Similarity } from './sampling';
import type { Models } from './sessions';
import { floats, toTensor } from './tensor';

/** A point of the face in pixels of the picture; z grows away from the camera, on the same scale. */
export type MeshPoint = readonly [x: number, y: number, z: number];

export interface Mesh {
  /** How sure the model is that it looks at a face, 0 to 1. */
  readonly presence: number;
  readonly points: readonly MeshPoint[];
}

/** Corners of the eyes: the picture's left, then its right. */
const EYES = [33, 263] as const;

/**
 * Lays the mesh of 468 points over a face, twice: the detector's box follows neither the chin of an open mouth nor
 * a turned head closely, and the second look goes by the first one's mesh.
 */
export async function meshFace(models: Models, picture: Picture, face: Face): Promise<Mesh> {
  const { firstCrop, secondCrop } = models.manifest.mesh;
  const { leftEye, rightEye } = face.points;
  const first = await look(models, picture, frameAround(face.box, leftEye, rightEye, firstCrop));
  const [left, right] = [first.points[EYES[0]], first.points[EYES[1]]];
  if (!left || !right) return first;
  return look(
    models,
    picture,
    frameAround(boxAround(first.points), [left[0], left[1]], [right[0], right[1]], secondCrop),
  );
}

interface Square {
  readonly middle: Point;
  readonly side: number;
  /** Radians that the line through the eyes is turned by. */
  readonly turn: number;
}

async function look(models: Models, picture: Picture, { middle, side, turn }: Square): Promise<Mesh> {
  const { input, outputs } = models.manifest.mesh;
  const scale = side / input.width;
  const [a, b] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const half = (input.width - 1) / 2;
  const map: Similarity = { a, b, c: middle[0] - (a - b) * half, d: middle[1] - (a + b) * half };
  const crop = sample(picture, map, input.width, input.height);
  const found = await models.mesh.run({ [input.name]: toTensor(crop, input) });
  return {
    presence: floats(found, outputs.presence)[0] ?? 0,
    points: readPoints(floats(found, outputs.mesh), map),
  };
}

function frameAround({ x, y, width, height }: Face['box'], left: Point, right: Point, times: number): Square {
  return {
    middle: [x + width / 2, y + height / 2],
    side: Math.max(width, height) * times,
    turn: Math.atan2(right[1] - left[1], right[0] - left[0]),
  };
}

function boxAround(points: readonly MeshPoint[]): Face['box'] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function readPoints(values: Float32Array, map: Similarity): MeshPoint[] {
  const scale = Math.hypot(map.a, map.b);
  return Array.from({ length: values.length / 3 }, (_, i) => {
    const [x, y] = apply(map, [values[3 * i] ?? 0, values[3 * i + 1] ?? 0]);
    return [x, y, (values[3 * i + 2] ?? 0) * scale];
  });
}
