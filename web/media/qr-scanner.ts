/** Reads QR codes from a playing video until one is found. */
export interface QrScanner {
  /** Resolves with the text of the first code; null when `signal` ends the search. */
  readonly scan: (video: HTMLVideoElement, signal: AbortSignal) => Promise<string | null>;
}

type Look = (video: HTMLVideoElement) => Promise<string | null>;

interface DetectorLike {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorMaker {
  new (options: { formats: readonly string[] }): DetectorLike;
  getSupportedFormats(): Promise<readonly string[]>;
}

const BETWEEN_LOOKS_MS = 150;
const LOOK_WIDTH = 960;

function isMaker(value: unknown): value is DetectorMaker {
  return typeof value === 'function' && 'getSupportedFormats' in value;
}

/** Chrome on Android and macOS read codes by themselves. */
async function ownLook(page: object): Promise<Look | null> {
  const maker: unknown = 'BarcodeDetector' in page ? page.BarcodeDetector : null;
  if (!isMaker(maker) || !(await maker.getSupportedFormats()).includes('qr_code')) return null;
  const detector = new maker({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

/** The others read pixels with a small reader that is fetched only here. */
async function readerLook(): Promise<Look> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, LOOK_WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(pixels ? decodeQR(pixels) : null);
    } catch {
      // It throws where there is no code: most frames have none.
      return Promise.resolve(null);
    }
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createQrScanner(page: object = window): QrScanner {
  return {
    async scan(video, signal) {
      const look = (await ownLook(page)) ?? (await readerLook());
      while (!signal.aborted) {
        const seen = video.videoWidth > 0 ? await look(video) : null;
        if (seen) return signal.aborted ? null : seen;
        await pause(BETWEEN_LOOKS_MS);
      }
      return null;
    },
  };
}
