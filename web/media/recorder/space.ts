export interface SpaceNeed {
  readonly seconds: number;
  readonly bitsPerSecond: number;
}

/** `tight`: a long silence of the network could fill the disk. `unknown`: this browser does not tell. */
export type SpaceWord = 'enough' | 'tight' | 'unknown';

/** A take may wait here whole, and the browser wants room of its own. */
const TIMES = 1.5;
const BESIDES = 50 * 1024 * 1024;

export const bytesNeeded = ({ seconds, bitsPerSecond }: SpaceNeed): number =>
  Math.ceil(((seconds * bitsPerSecond) / 8) * TIMES) + BESIDES;

/** Whether a whole take would find room here while nothing can be sent. */
export function judgeSpace(estimate: StorageEstimate | null, need: SpaceNeed): SpaceWord {
  if (estimate?.quota === undefined) return 'unknown';
  return estimate.quota - (estimate.usage ?? 0) >= bytesNeeded(need) ? 'enough' : 'tight';
}

/** What the browser says of its room; null where it does not. */
export async function readSpace(storage: StorageManager | undefined): Promise<StorageEstimate | null> {
  try {
    return (await storage?.estimate()) ?? null;
  } catch {
    return null;
  }
}
