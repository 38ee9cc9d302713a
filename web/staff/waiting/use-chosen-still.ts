import { useState } from 'react';
import { firstOfLastAttempt } from './stills';
import type { IdentityPictures } from './use-identity';

type Still = IdentityPictures['stills'][number];

export interface ChosenStill {
  /** Null where no picture was taken. */
  readonly still: Still | null;
  readonly index: number;
  readonly of: number;
  readonly turn: (by: 1 | -1) => void;
}

/** All stills can be looked at; the first of the last attempt, face to the camera, comes up by itself. */
export function useChosenStill(stills: readonly Still[]): ChosenStill {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = stills.length - 1;
  const index = Math.max(0, Math.min(chosen ?? firstOfLastAttempt(stills), last));
  return {
    still: stills[index] ?? null,
    index,
    of: stills.length,
    turn: (by) => setChosen(Math.max(0, Math.min(index + by, last))),
  };
}
