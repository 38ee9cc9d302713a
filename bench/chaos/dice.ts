/** Repeatable draws: the same seed gives the same instants, rooms and cells. */
export interface Dice {
  /** From [0, 1). */
  readonly roll: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** Some of these, in their order. */
  readonly some: <T>(of: readonly T[], count: number) => T[];
  /** Dice of their own, so that what one part draws does not move another's. */
  readonly apart: (name: string) => Dice;
}

/** FNV-1a: spreads a name over 32 bits. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);

export function diceOf(seed: string): Dice {
  let state = hashOf(seed);
  // Mulberry32.
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    between: (low, high) => low + Math.floor(roll() * (Math.max(low, high) - low + 1)),
    some: (of, count) =>
      of
        .map((value, place) => ({ value, place, lot: roll() }))
        .sort((a, b) => a.lot - b.lot)
        .slice(0, count)
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
    apart: (name) => diceOf(`${seed}/${name}`),
  };
}
