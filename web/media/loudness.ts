/** Root mean square of samples (-1 to 1). */
export function rms(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

const QUIETEST_DB = -60;
const LOUDEST_DB = -10;

/** 0 to 1 as ears hear it: speech before a laptop lies in the middle. */
export function levelOf(loudness: number): number {
  if (loudness <= 0) return 0;
  const db = 20 * Math.log10(loudness);
  return Math.min(1, Math.max(0, (db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
}

/** Below this a live microphone hears nothing at all, not even its own room. */
export const SILENCE_RMS = 0.0003;
