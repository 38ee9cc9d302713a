import type { Moment, Outcome, Surroundings } from '../protocol/machine';
import { isRefusal, type Refusal } from '../protocol/refusals';

/** What pure behaviours are asked with, without a Temporal. */
export const around = (changes: Partial<Surroundings> = {}): Surroundings => ({
  positions: { 1: null, 2: null },
  waived: [],
  ledger: [],
  extraMs: 0,
  roomPaused: false,
  ...changes,
});

export const moment = (at: number, by = 'candidate', changes: Partial<Moment> = {}): Moment => ({
  at,
  seenAt: at,
  by,
  random: () => 0.5,
  ...changes,
});

export const accepted = <S>(answer: Outcome<S> | Refusal): Outcome<S> => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer;
};

export const kinds = (outcome: { readonly events: readonly { readonly kind: string }[] }): string[] =>
  outcome.events.map(({ kind }) => kind);
