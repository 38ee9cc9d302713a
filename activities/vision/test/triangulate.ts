import type { Point } from '../picture';

export type Triangle = readonly [number, number, number];

/** Delaunay triangles of a few hundred points (Bowyer and Watson): no point lies in another triangle's circle. */
export function triangulate(points: readonly Point[]): Triangle[] {
  const far = 10 * Math.max(...points.flat().map(Math.abs), 1);
  const all: Point[] = [...points, [-far, -far], [3 * far, -far], [-far, 3 * far]];
  const first: Triangle = [points.length, points.length + 1, points.length + 2];
  const triangles = points.reduce<Triangle[]>((found, _, index) => insert(all, found, index), [first]);
  return triangles.filter((triangle) => triangle.every((index) => index < points.length));
}

function insert(all: readonly Point[], triangles: readonly Triangle[], index: number): Triangle[] {
  const point = all[index] ?? [0, 0];
  const broken = triangles.filter((triangle) => circleHolds(all, triangle, point));
  const seen = new Map<string, readonly [number, number]>();
  for (const [a, b, c] of broken) {
    for (const edge of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = `${Math.min(...edge)}-${Math.max(...edge)}`;
      if (!seen.delete(key)) seen.set(key, edge);
    }
  }
  const fresh = [...seen.values()].map(([a, b]): Triangle => [a, b, index]);
  return [...triangles.filter((triangle) => !broken.includes(triangle)), ...fresh];
}

function circleHolds(all: readonly Point[], [i, j, k]: Triangle, [x, y]: Point): boolean {
  const [a, b, c] = [i, j, k].map((index) => {
    const [px, py] = all[index] ?? [0, 0];
    return [px - x, py - y, (px - x) ** 2 + (py - y) ** 2] as const;
  });
  if (!a || !b || !c) return false;
  const determinant =
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    a[1] * (b[0] * c[2] - b[2] * c[0]) +
    a[2] * (b[0] * c[1] - b[1] * c[0]);
  const [p, q, r] = [all[i] ?? [0, 0], all[j] ?? [0, 0], all[k] ?? [0, 0]];
  const side = (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1]);
  return side > 0 ? determinant > 0 : determinant < 0;
}
