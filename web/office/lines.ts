import type { OutputOf } from '#contract/endpoint';
import type { listRehearsals, listRehearsedExams } from '#contract/rehearsal';

export type Line = OutputOf<typeof listRehearsals>['lines'][number];
export type RehearsedExam = OutputOf<typeof listRehearsedExams>['exams'][number];

export const filters = ['all', 'trouble', 'none', 'passed'] as const;
export type Filter = (typeof filters)[number];

const inFilter: Record<Filter, (line: Line) => boolean> = {
  all: () => true,
  trouble: ({ outcome }) => outcome === 'failed' || outcome === 'unfinished',
  none: ({ outcome }) => outcome === 'none',
  passed: ({ outcome }) => outcome === 'passed',
};

export const countOf = (lines: readonly Line[], filter: Filter): number =>
  lines.filter(inFilter[filter]).length;

/** Those of the filter whose name or ticket holds what was typed. */
export function linesShown(lines: readonly Line[], filter: Filter, typed: string): readonly Line[] {
  const wanted = typed.trim().toLowerCase();
  return lines
    .filter(inFilter[filter])
    .filter(({ name, ticket }) => `${name} ${ticket}`.toLowerCase().includes(wanted));
}

/** A cell that a spreadsheet neither splits nor takes for a formula. */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** With the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
