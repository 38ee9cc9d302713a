import { alignFace } from './align';
import type { FivePoints, Picture } from './picture';
import type { Models } from './sessions';
import { floats, toTensor } from './tensor';

/** What the recogniser makes of a face: only distances between two of them mean something. */
export type Embedding = Float32Array;

/** The face upright in the recogniser's frame; sharpness and light are judged on it too. */
export function cutChip(models: Models, picture: Picture, points: FivePoints): Picture {
  const { input, chip } = models.manifest.recogniser;
  return alignFace(picture, points, { width: input.width, height: input.height, points: chip });
}

export async function embedChip(models: Models, chip: Picture): Promise<Embedding> {
  const { input, output } = models.manifest.recogniser;
  const found = await models.recogniser.run({ [input.name]: toTensor(chip, input) });
  return Float32Array.from(floats(found, output));
}

/** How unlike two faces are, in the metric of the manifest: the smaller, the more alike. */
export function distance(models: Models, a: Embedding, b: Embedding): number {
  return models.manifest.recogniser.metric === 'euclidean'
    ? euclidean(a, b)
    : 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function euclidean(a: Embedding, b: Embedding): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
}

function dot(a: Embedding, b: Embedding): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
