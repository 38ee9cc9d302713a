const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Wait before repetition `attempt` (counted from 0): 1, 2, 4, 8, 16, then 30 s. */
export function retryDelay(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt));
}

/** The same with up to a quarter on top, so that 500 browsers do not come back in one instant. */
export function spreadDelay(attempt: number, random: () => number): number {
  return Math.round(retryDelay(attempt) * (1 + random() / 4));
}
