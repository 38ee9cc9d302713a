import type { Criterion } from '#steps/interview/schema';

export interface ScoreCheck {
  readonly total: number;
  readonly outOf: number;
  /** Criteria without a number. */
  readonly missing: readonly string[];
  /** Criteria whose number is not a whole one within its range. */
  readonly wrong: readonly string[];
}

/** What is typed into a score field: a whole number, nothing, or something that is not a score. */
export function parseScore(typed: string): number | null | 'wrong' {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,4}$/.test(text) ? Number(text) : 'wrong';
}

export function checkScores(
  criteria: readonly Criterion[],
  typed: Readonly<Record<string, string>>,
): ScoreCheck {
  const parsed = criteria.map(({ id, max }) => {
    const value = parseScore(typed[id] ?? '');
    return {
      id,
      max,
      value: value !== null && value !== 'wrong' && value > max ? ('wrong' as const) : value,
    };
  });
  return {
    total: parsed.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0),
    outOf: criteria.reduce((sum, { max }) => sum + max, 0),
    missing: parsed.filter(({ value }) => value === null).map(({ id }) => id),
    wrong: parsed.filter(({ value }) => value === 'wrong').map(({ id }) => id),
  };
}

/** The numbers that can be saved now: wrong ones wait until they are mended. */
export function valuesOf(
  criteria: readonly Criterion[],
  typed: Readonly<Record<string, string>>,
): Record<string, number> {
  const { wrong } = checkScores(criteria, typed);
  const entries = criteria.flatMap(({ id }) => {
    const value = parseScore(typed[id] ?? '');
    return typeof value === 'number' && !wrong.includes(id) ? [[id, value] as const] : [];
  });
  return Object.fromEntries(entries);
}
