import type { RefusalText } from './refusal-texts';

export interface RefusalWords {
  readonly what: string;
  readonly todo: string;
}

type Details = Readonly<Record<string, unknown>>;

/** Epoch ms of any exam are more; counts and limits are less. */
const FIRST_INSTANT = 1e11;

/** What a placeholder shows: instants as clock times, names as they are; ids (`staff:…`) are nobody's name. */
function shown(value: unknown, clockTime: (at: number) => string): string | null {
  if (typeof value === 'number') return value < FIRST_INSTANT ? String(value) : clockTime(value);
  if (typeof value === 'string' && value !== '' && !value.includes(':')) return value;
  return null;
}

function fill(sentence: string, details: Details, clockTime: (at: number) => string): string | null {
  let complete = true;
  const filled = sentence.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const name = key === 'by' ? (details.byName ?? details.by) : details[key];
    const text = shown(name, clockTime);
    if (text === null) complete = false;
    return text ?? '';
  });
  return complete ? filled : null;
}

/** The two sentences of a refusal, as exact as its details allow. */
export function refusalWords(
  text: RefusalText,
  details: Details,
  clockTime: (at: number) => string,
): RefusalWords {
  const exactly = text.exactly === undefined ? null : fill(text.exactly, details, clockTime);
  return { what: exactly ?? text.what, todo: text.todo };
}
