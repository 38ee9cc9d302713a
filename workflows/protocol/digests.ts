import type { Answers } from './paper.schema';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON whose text depends on what it says alone: names in their order, nothing between. */
const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonical(each)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
};

/** What SHA-256 is taken over to name answers: the same wherever they are stored. */
export const digestOfAnswers = (answers: Answers): string => canonical(answers);

/** And a set of sheets: their digests and turns, in their order. */
export const digestOfSheets = (
  sheets: readonly { readonly digest: string; readonly turn: number }[],
): string => sheets.map(({ digest, turn }) => `${digest} ${turn}\n`).join('');

/** And a take: its slices of all positions, by position, segment and number. */
export const digestOfSlices = (
  slices: readonly {
    readonly position: number;
    readonly segment: number;
    readonly seq: number;
    readonly digest: string;
  }[],
): string =>
  slices.map(({ position, segment, seq, digest }) => `${position} ${segment} ${seq} ${digest}\n`).join('');
