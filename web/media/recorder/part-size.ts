/** How one part went. */
export interface PartSent {
  readonly bytes: number;
  readonly ms: number;
}

export const SMALLEST_PART = 64 * 1024;
export const LARGEST_PART = 4 * 1024 * 1024;
export const FIRST_PART = 256 * 1024;
/** A part that is lost costs so long, and so long the server's word is waited for. */
const PART_MS = 2_000;

const within = (bytes: number): number => Math.round(Math.min(LARGEST_PART, Math.max(SMALLEST_PART, bytes)));

/** The next part takes about two seconds on this line; it grows at most twofold, since one fast part proves little. */
export function nextPartSize(before: number, { bytes, ms }: PartSent): number {
  if (bytes <= 0) return before;
  return within(Math.min(before * 2, (bytes / Math.max(1, ms)) * PART_MS));
}

/** After a part that did not arrive: the line is worse than was thought. */
export const smallerPart = (before: number): number => within(before / 2);
