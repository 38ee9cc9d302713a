/** Bits a second that a camera may use towards one receiver, and how large and quick its picture is. */
export interface Cap {
  readonly maxBitrate: number;
  readonly maxWidth: number;
  readonly maxFramerate: number;
}

/** Who sends: the candidate's two positions share 0.8 Mbit/s up; staff sit on office lines. */
export type Sender = 1 | 2 | 'staff';

/** Sound towards each receiver; it is never cut. */
export const SOUND_BITRATE = 24_000;

/** What all receivers of a camera get together, by how far the device has given way. */
const totals: Record<Sender, readonly [number, number, number, number]> = {
  1: [450_000, 450_000, 450_000, 250_000],
  2: [200_000, 100_000, 0, 0],
  staff: [1_200_000, 1_200_000, 900_000, 600_000],
};

const most: Record<Sender, number> = { 1: 450_000, 2: 200_000, staff: 400_000 };

/** Fewer bits carry a smaller picture better than a blurred large one. */
function shapeFor(bitrate: number): Omit<Cap, 'maxBitrate'> {
  if (bitrate >= 350_000) return { maxWidth: 1280, maxFramerate: 24 };
  if (bitrate >= 120_000) return { maxWidth: 640, maxFramerate: 15 };
  if (bitrate >= 60_000) return { maxWidth: 480, maxFramerate: 12 };
  return { maxWidth: 320, maxFramerate: 8 };
}

/**
 * The cap towards each of `receivers`, or null where the camera is not sent live.
 * `ease` 1 and 2 cost camera 2, 3 brings camera 1 down to 640 wide at 15 a second.
 */
export function capFor(sender: Sender, receivers: number, ease: number): Cap | null {
  const step = Math.min(3, Math.max(0, Math.round(ease)));
  const total = totals[sender][step] ?? 0;
  if (total === 0 || receivers === 0) return null;
  const maxBitrate = Math.min(most[sender], Math.floor(total / receivers));
  const shape = shapeFor(maxBitrate);
  if (sender === 1 && step === 3) {
    return {
      maxBitrate,
      maxWidth: Math.min(640, shape.maxWidth),
      maxFramerate: Math.min(15, shape.maxFramerate),
    };
  }
  return { maxBitrate, ...shape };
}
