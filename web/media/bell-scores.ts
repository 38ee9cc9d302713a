/** One tone: when it begins and how long it sounds (s), how high (Hz) and how loud (0 to 1). */
export interface Note {
  readonly at: number;
  readonly lasts: number;
  readonly pitch: number;
  readonly gain: number;
}

/** All sounds of the hall. Soft, short, and each with a word and a picture beside it. */
export const scores = {
  /** Two soft notes: it is your turn. */
  turn: [
    { at: 0, lasts: 1.1, pitch: 587.33, gain: 0.32 },
    { at: 0.42, lasts: 1.6, pitch: 783.99, gain: 0.32 },
  ],
  /** A step of the face check is done: turn back. */
  tick: [{ at: 0, lasts: 0.22, pitch: 1318.51, gain: 0.2 }],
  /** A question has arrived. */
  paper: [
    { at: 0, lasts: 0.3, pitch: 880, gain: 0.2 },
    { at: 0.14, lasts: 0.5, pitch: 1108.73, gain: 0.2 },
  ],
  /** Something new on a console wants attention. */
  chime: [
    { at: 0, lasts: 0.5, pitch: 659.25, gain: 0.18 },
    { at: 0.16, lasts: 0.7, pitch: 523.25, gain: 0.18 },
  ],
} as const satisfies Record<string, readonly Note[]>;

export type SoundName = keyof typeof scores;

/** The turn bell repeats until it is answered. */
export const TURN_REPEAT_MS = 20_000;

/** Phones shake as well; never for a failure. */
export const shakes: Partial<Record<SoundName, readonly number[]>> = { turn: [200, 100, 200], tick: [30] };
