import type { Mesh, MeshPoint } from './mesh';

export interface Pose {
  /** Degrees about the upright axis; positive when the head is turned to its own left. */
  readonly yaw: number;
  /** Gap between the lips as a part of the mouth's width. */
  readonly mouthOpen: number;
}

/** Points of the mesh that mirror each other: the picture's left first. */
const PAIRS = [
  [234, 454],
  [127, 356],
  [93, 323],
  [33, 263],
  [58, 288],
] as const;
const LIPS = { upper: 13, lower: 14, left: 78, right: 308 } as const;

export function poseOf({ points }: Mesh): Pose {
  const at = (index: number): MeshPoint => points[index] ?? [0, 0, 0];
  const yaws = PAIRS.map(([left, right]) => {
    const [x, y, z] = minus(at(right), at(left));
    return (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI;
  });
  const gap = length(minus(at(LIPS.lower), at(LIPS.upper)));
  const width = length(minus(at(LIPS.right), at(LIPS.left)));
  return {
    yaw: yaws.reduce((sum, yaw) => sum + yaw, 0) / yaws.length,
    mouthOpen: width === 0 ? 0 : gap / width,
  };
}

function minus(a: MeshPoint, b: MeshPoint): MeshPoint {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function length([x, y, z]: MeshPoint): number {
  return Math.hypot(x, y, z);
}
