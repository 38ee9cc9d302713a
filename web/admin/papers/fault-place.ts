import type { PaperFault } from '#contract/papers';

/** The line of a text file that a fault stands in, so that it need not be looked for; null where there is none. */
export function lineOf(source: string | null, { line }: PaperFault): string | null {
  if (source === null || line === null) return null;
  const text = source.split(/\r?\n/)[line - 1];
  return text && text.trim() !== '' ? text : null;
}

/** Line and column, a cell, a page: how a fault is found again in its file. */
export type Place =
  | { readonly kind: 'line'; readonly line: number; readonly column: number | null }
  | { readonly kind: 'cell'; readonly cell: string }
  | { readonly kind: 'file' };

export function placeOf({ line, column, path }: PaperFault): Place {
  if (line !== null) return { kind: 'line', line, column };
  const cell = /^(?:[^!]+!)?[A-Z]+\d+$/.exec(path)?.[0];
  return cell ? { kind: 'cell', cell } : { kind: 'file' };
}
