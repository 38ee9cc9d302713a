import type { Look } from './kept-sheet';

/** RGBA pixels, as `getImageData` gives them. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Paper that is lit at all is brighter than this (0 to 255) in its brightest tenth. */
const LIT_PAPER = 90;
/** Strokes of a sharp picture rise over one or two pixels; of this share of the picture's own contrast a pixel. */
const SHARP_EDGE = 0.2;
/** With less contrast than this there is nothing written that could be sharp. */
const BLANK = 24;

function luminance({ data, width, height }: Pixels): Uint8ClampedArray {
  const light = new Uint8ClampedArray(width * height);
  for (let at = 0; at < light.length; at += 1) {
    const from = at * 4;
    light[at] = 0.2126 * (data[from] ?? 0) + 0.7152 * (data[from + 1] ?? 0) + 0.0722 * (data[from + 2] ?? 0);
  }
  return light;
}

/** The value that `share` of all values do not exceed. */
function quantile(values: Iterable<number>, share: number): number {
  const counts = new Array<number>(256).fill(0);
  let all = 0;
  for (const value of values) {
    const at = Math.min(255, Math.round(value));
    counts[at] = (counts[at] ?? 0) + 1;
    all += 1;
  }
  let seen = 0;
  return Math.max(
    0,
    counts.findIndex((count) => (seen += count) >= share * all),
  );
}

/** The steepest steps to the next pixel: what remains of strokes when a picture is out of focus. */
function steepest(light: Uint8ClampedArray, width: number): number {
  const steps = new Uint8ClampedArray(light.length);
  for (let at = 0; at + width + 1 < light.length; at += 1) {
    const here = light[at] ?? 0;
    steps[at] = Math.max(Math.abs(here - (light[at + 1] ?? 0)), Math.abs(here - (light[at + width] ?? 0)));
  }
  return quantile(steps, 0.997);
}

/** Whether handwriting in a picture will be read. Measured against the picture's own contrast, so pencil is no blur. */
export function judgePicture(pixels: Pixels): Look {
  const light = luminance(pixels);
  const brightest = quantile(light, 0.9);
  if (brightest < LIT_PAPER) return 'dark';
  const contrast = quantile(light, 0.99) - quantile(light, 0.005);
  if (contrast < BLANK) return 'fine';
  return steepest(light, pixels.width) < SHARP_EDGE * contrast ? 'blurred' : 'fine';
}
