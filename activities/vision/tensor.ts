import { Tensor } from 'onnxruntime-node';
import type { Picture } from './picture';

export interface PixelFormat {
  readonly layout: 'NCHW' | 'NHWC';
  readonly channels: 'RGB' | 'BGR';
  readonly mean: readonly [number, number, number];
  readonly scale: number;
}

/** Turns a picture into the numbers a model wants to see, as its manifest entry says. */
export function toTensor({ width, height, rgb }: Picture, format: PixelFormat): Tensor {
  const plane = width * height;
  const values = new Float32Array(plane * 3);
  for (let k = 0; k < 3; k++) {
    const from = format.channels === 'RGB' ? k : 2 - k;
    const mean = format.mean[k] ?? 0;
    for (let i = 0; i < plane; i++) {
      const to = format.layout === 'NCHW' ? k * plane + i : i * 3 + k;
      values[to] = ((rgb[i * 3 + from] ?? 0) - mean) / format.scale;
    }
  }
  return new Tensor(
    'float32',
    values,
    format.layout === 'NCHW' ? [1, 3, height, width] : [1, height, width, 3],
  );
}

/** The numbers of one named output; a model without it is not the model of the manifest. */
export function floats(outputs: Record<string, Tensor>, name: string): Float32Array {
  const tensor = outputs[name];
  if (tensor?.type !== 'float32') throw new Error(`model output "${name}" is missing or not float32`);
  return tensor.data as Float32Array;
}
