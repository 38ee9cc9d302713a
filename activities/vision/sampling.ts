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
 * Draws the part of a picture that a map points at. Where the source is reduced, each target pixel is the mean of
 * a grid of samples, so that fine texture does not turn into noise. Outside of the source all is black.
 */
export function sample(source: Picture, map: Similarity, width: number, height: number): Picture {
  const rgb = new Uint8Array(width * height * 3);
  const grid = Math.min(4, Math.max(1, Math.round(Math.hypot(map.a, map.b))));
  const offsets = Array.from({ length: grid }, (_, i) => (i + 0.5) / grid - 0.5);
  const sum = new Float64Array(3);
  for (let v = 0, at = 0; v < height; v++) {
    for (let u = 0; u < width; u++, at += 3) {
      sum.fill(0);
      for (const dv of offsets) {
        for (const du of offsets) {
          addPixel(
            source,
            map.a * (u + du) - map.b * (v + dv) + map.c,
            map.b * (u + du) + map.a * (v + dv) + map.d,
            sum,
          );
        }
      }
      const parts = grid * grid;
      for (let k = 0; k < 3; k++) rgb[at + k] = Math.round((sum[k] ?? 0) / parts);
    }
  }
  return { width, height, rgb };
}

/** Adds the colour at a point between pixels to `sum`. */
function addPixel({ width, height, rgb }: Picture, x: number, y: number, sum: Float64Array): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= width || top >= height) return;
  const right = x - left;
  const below = y - top;
  for (let corner = 0; corner < 4; corner++) {
    const cx = left + (corner & 1);
    const cy = top + (corner >> 1);
    if (cx < 0 || cy < 0 || cx >= width || cy >= height) continue;
    const weight = (corner & 1 ? right : 1 - right) * (corner >> 1 ? below : 1 - below);
    const at = (cy * width + cx) * 3;
    for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + weight * (rgb[at + k] ?? 0);
  }
}
