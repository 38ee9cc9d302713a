import type { Picture, Point } from './picture';

/** Maps a point of the target to the source: x = a·u - b·v + c, y = b·u + a·v + d (turn, scale, shift). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export function apply(map: Similarity, [u, v]: Point): Point {
  return [map.a * u - map.b * v + map.c, map.b * u + map.a * v + map.d];
}

/**
 * Draws the part of a picture that a map points at, between pixels where it falls there; outside of the source all is
 * black. Where the source shrinks by more than two, each target pixel is the mean of a grid of samples.
 */
export function sample(source: Picture, map: Similarity, width: number, height: number): Picture {
  const rgb = new Uint8Array(width * height * 3);
  const grid = Math.min(4, Math.max(1, Math.round(Math.hypot(map.a, map.b) / 2)));
  const sum = new Float64Array(3);
  for (let v = 0, at = 0; v < height; v++) {
    for (let u = 0; u < width; u++, at += 3) {
      sum[0] = sum[1] = sum[2] = 0;
      for (let part = 0; part < grid * grid; part++) {
        const du = u + ((part % grid) + 0.5) / grid - 0.5;
        const dv = v + (Math.floor(part / grid) + 0.5) / grid - 0.5;
        addColour(source, map.a * du - map.b * dv + map.c, map.b * du + map.a * dv + map.d, sum);
      }
      for (let k = 0; k < 3; k++) rgb[at + k] = (sum[k] ?? 0) / (grid * grid) + 0.5;
    }
  }
  return { width, height, rgb };
}

/** Adds the colour at a point to `sum`, mixed from the four pixels around it. */
function addColour({ width, height, rgb }: Picture, x: number, y: number, sum: Float64Array): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left > width - 2 || top > height - 2) return;
  const [right, below] = [x - left, y - top];
  const upper = (top * width + left) * 3;
  const lower = upper + width * 3;
  for (let k = 0; k < 3; k++) {
    const above = (rgb[upper + k] ?? 0) * (1 - right) + (rgb[upper + 3 + k] ?? 0) * right;
    const under = (rgb[lower + k] ?? 0) * (1 - right) + (rgb[lower + 3 + k] ?? 0) * right;
    sum[k] = (sum[k] ?? 0) + above * (1 - below) + under * below;
  }
}
