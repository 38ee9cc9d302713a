export type ClockMood = 'calm' | 'warn' | 'bad' | 'paused' | 'over';

export interface ClockReading {
  /** Epoch ms on the server's clock; null while paused. */
  readonly deadlineAt: number | null;
  /** What stands still while paused, ms. */
  readonly remainingMs?: number;
}

export interface ClockFace {
  readonly remainingMs: number;
  readonly mood: ClockMood;
  /** Whole minutes left, of which the one running counts. */
  readonly minutes: number;
}

const WARN_MS = 5 * 60_000;
const BAD_MS = 60_000;

function moodOf(remainingMs: number): ClockMood {
  if (remainingMs <= 0) return 'over';
  if (remainingMs <= BAD_MS) return 'bad';
  return remainingMs <= WARN_MS ? 'warn' : 'calm';
}

/** What the clock shows at `now`. A pause freezes the time and its mood is said, not guessed from the figure. */
export function clockFace({ deadlineAt, remainingMs = 0 }: ClockReading, now: number): ClockFace {
  const left = Math.max(0, deadlineAt === null ? remainingMs : deadlineAt - now);
  return {
    remainingMs: left,
    mood: deadlineAt === null ? 'paused' : moodOf(left),
    minutes: Math.ceil(left / 60_000),
  };
}

/** The minutes at which the clock speaks to a screen reader. */
const SPOKEN_MINUTES = [30, 10, 5, 1] as const;

/** The mark that time has just passed, going from `beforeMs` to `nowMs` left; null if none, or if time was added. */
export function spokenMark(beforeMs: number, nowMs: number): number | null {
  return SPOKEN_MINUTES.findLast((mark) => beforeMs > mark * 60_000 && nowMs <= mark * 60_000) ?? null;
}
