/** Ten seconds in slices: each is sent while the next is recorded. */
export const TAKE_MS = 10_000;
const SLICE_MS = 2_000;
/** Two cameras of these fit the uplink that an exam needs, with room for the exam itself. */
const BITS_PER_SECOND = 500_000;
/** As the server takes them. */
export const PART_BYTES = 256 * 1024;

const types = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'] as const;

interface Recording {
  readonly mediaType: string;
  /** Resolves with the length in ms once everything was handed over. */
  readonly done: Promise<number>;
}

/** Null where this browser cannot record. `onSlice` gets what is recorded as it comes, in order. */
export function recordTake(stream: MediaStream, onSlice: (slice: Blob) => void): Recording | null {
  const mediaType =
    'MediaRecorder' in window ? types.find((type) => MediaRecorder.isTypeSupported(type)) : null;
  if (!mediaType) return null;
  const recorder = new MediaRecorder(stream, { mimeType: mediaType, videoBitsPerSecond: BITS_PER_SECOND });
  const began = performance.now();
  const done = new Promise<number>((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && onSlice(data));
    recorder.addEventListener('stop', () => resolve(Math.round(performance.now() - began)));
    recorder.addEventListener('error', () => reject(new Error('The recorder gave up')));
  });
  recorder.start(SLICE_MS);
  setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), TAKE_MS);
  return { mediaType, done };
}

/** A slice cut to what the server takes at once. */
export function partsOf(slice: Blob): readonly Blob[] {
  const count = Math.ceil(slice.size / PART_BYTES);
  return Array.from({ length: count }, (_, nth) =>
    slice.slice(nth * PART_BYTES, (nth + 1) * PART_BYTES, 'application/octet-stream'),
  );
}
