/** Mean and spread of a picture's luminance, each 0 to 1. */
export interface PictureLight {
  readonly mean: number;
  readonly spread: number;
}

/** Measures RGBA pixels, as `getImageData` gives them. A few thousand are plenty: scale the picture down first. */
export function measureLight(pixels: Uint8ClampedArray): PictureLight {
  const count = pixels.length / 4;
  if (count === 0) return { mean: 0, spread: 0 };
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const light =
      (0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0)) / 255;
    sum += light;
    squares += light * light;
  }
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

export type LightWord = 'black' | 'dark' | 'good' | 'bright';

/** A black picture has neither light nor noise; a dark room has both, a little. */
export function wordForLight({ mean, spread }: PictureLight): LightWord {
  if (mean < 0.03 && spread < 0.02) return 'black';
  if (mean < 0.22) return 'dark';
  return mean > 0.88 ? 'bright' : 'good';
}
