import { judgePicture } from './judge-picture';
import type { Look } from './kept-sheet';

/** Longer side of what is judged and shown in the list: a dozen whole photographs would fill a phone's memory. */
const SIDE = 720;
const THUMB_QUALITY = 0.8;

export interface Seen {
  readonly thumb: Blob | null;
  readonly look: Look;
}

/** Decodes a picture once, small. Null where this browser cannot (HEIC outside of Apple's): the server can. */
export async function lookAt(blob: Blob): Promise<Seen | null> {
  const picture = await createImageBitmap(blob).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const look = judgePicture(pen.getImageData(0, 0, width, height));
  const thumb = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', THUMB_QUALITY);
  });
  return { thumb, look };
}

/** SHA-256 in hex. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
