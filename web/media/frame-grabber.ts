import { measureLight, type PictureLight } from './picture-light';

/** Widest side of a still, and the size it may have: stills go up beside the video. */
export const STILL_WIDTH = 640;
export const STILL_BYTES = 60_000;

const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35] as const;
const PROBE_WIDTH = 64;

export interface FrameGrabber {
  /** The picture as the camera sees it, never mirrored: JPEG, at most 640 wide and about 60 kB. */
  readonly grab: () => Promise<Blob>;
  /** Null while the camera has not delivered a picture yet. */
  readonly light: () => PictureLight | null;
  readonly show: (stream: MediaStream | null) => void;
}

function toBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture'))),
      'image/jpeg',
      quality,
    );
  });
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  let blob = await toBlob(canvas, QUALITIES[0]);
  for (const quality of QUALITIES.slice(1)) {
    if (blob.size <= STILL_BYTES) break;
    blob = await toBlob(canvas, quality);
  }
  return blob;
}

function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement, width: number): CanvasRenderingContext2D {
  const scale = Math.min(1, width / video.videoWidth);
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('The browser has no canvas');
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  return pen;
}

function ready(video: HTMLVideoElement): boolean {
  return video.videoWidth > 0 && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
}

async function untilReady(video: HTMLVideoElement): Promise<void> {
  for (let waits = 0; !ready(video); waits += 1) {
    if (waits === 50) throw new Error('The camera delivers no picture');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Reads frames of the owner's stream from a video element that is on no page, so the camera is opened once. */
export function createFrameGrabber(page: Document): FrameGrabber {
  const video = page.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const still = page.createElement('canvas');
  const probe = page.createElement('canvas');
  return {
    async grab() {
      await untilReady(video);
      draw(video, still, STILL_WIDTH);
      return encode(still);
    },
    light() {
      if (!ready(video)) return null;
      const pen = draw(video, probe, PROBE_WIDTH);
      return measureLight(pen.getImageData(0, 0, probe.width, probe.height).data);
    },
    show(stream) {
      if (video.srcObject !== stream) video.srcObject = stream;
      // Hidden pages may refuse to play; the next look at the page plays again.
      if (stream) void video.play().catch(() => undefined);
    },
  };
}
