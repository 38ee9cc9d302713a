import { useState } from 'react';
import { spokenMark } from './clock-face';

interface Heard {
  readonly remainingMs: number;
  readonly mark: number | null;
}

/** The mark that the clock passed last while it was on the screen; it changes at most four times in an exam. */
export function useSpokenMark(remainingMs: number): number | null {
  const [heard, setHeard] = useState<Heard>({ remainingMs, mark: null });
  if (heard.remainingMs !== remainingMs) {
    setHeard({ remainingMs, mark: spokenMark(heard.remainingMs, remainingMs) ?? heard.mark });
  }
  return heard.mark;
}
