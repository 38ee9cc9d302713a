import { HeifDecoder } from 'libheif-js/wasm-bundle';
import type { BoundedResult } from './bounded-tasks';

/** The first picture of a HEIC file. libheif applies the turns that the file asks for. */
export async function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<BoundedResult['heic']> {
  const decoder = new HeifDecoder();
  const image = decoder.decode(bytes)[0];
  if (!image) throw new Error('no picture in it');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) return { tooLarge: true };
  const rgba = new Uint8ClampedArray(width * height * 4);
  await new Promise<void>((resolve, reject) => {
    image.display({ data: rgba, width, height }, (shown) =>
      shown ? resolve() : reject(new Error('it cannot be decoded')),
    );
  });
  image.free();
  return { tooLarge: false, width, height, rgba: new Uint8Array(rgba.buffer) };
}
