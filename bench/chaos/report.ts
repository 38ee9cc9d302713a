import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { table } from '../../bin/lib/progress.mjs';
import type { Options } from './options';
import type { Row } from './storm';

export interface Results {
  readonly seed: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly breaks: Options['breaks'];
  readonly sittings: number;
  readonly machine: string;
  /** One-minute load at the start of each cell: lowest and highest. */
  readonly load: readonly [number, number];
  readonly rows: readonly Row[];
  readonly trouble: string | null;
}

/** What must never be more, in ms. */
const LARGEST_CLOCK_ERROR_MS = 1_000;

export const isGood = ({ rows, trouble }: Results): boolean =>
  trouble === null && rows.length > 0 && rows.every(isGoodRow);

export const isGoodRow = ({ lost, doubled, missed, wrong, clockErrorMs, allRightMs }: Row): boolean =>
  lost + doubled + missed + wrong === 0 && clockErrorMs <= LARGEST_CLOCK_ERROR_MS && allRightMs !== null;

const seconds = (ms: number | null): string => (ms === null ? 'never' : (ms / 1000).toFixed(1));

const head = [
  ...['target', 'step', 'in flight', 'acknowledged', 'lost', 'doubled', 'orders missed', 'else wrong'],
  ...['clock error ms', 'first accepted s', 'all right s'],
];
const cellsOf = (row: Row, withFlow: boolean): string[] => [
  ...[row.target, withFlow ? `${row.flow}: ${row.step}` : row.step],
  ...[row.inFlight, row.acknowledged, row.lost, row.doubled, row.missed, row.wrong].map(String),
  ...[String(row.clockErrorMs), seconds(row.firstAcceptedMs), seconds(row.allRightMs)],
];

export function tableOf(rows: readonly Row[]): string {
  return table([head, ...rows.map((row) => cellsOf(row, true))]);
}

export const machineOf = (): string =>
  `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? '?'}, Node ${process.version}`;
export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

/** Writes both forms. @returns their path without ending */
export function writeResults(folder: string, results: Results): string {
  mkdirSync(folder, { recursive: true });
  const broken = results.breaks ? `-${results.breaks}` : '';
  const path = join(folder, `chaos-seed-${results.seed}${broken}`);
  writeFileSync(`${path}.json`, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(`${path}.md`, markdownOf(results));
  return path;
}

function markdownOf(results: Results): string {
  const { seed, startedAt, endedAt, rows, sittings, machine, load, breaks, trouble } = results;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ruler = line(head.map((_, at) => (at < 2 ? '---' : '--:')));
  const details = rows.flatMap((row) =>
    isGoodRow(row)
      ? []
      : [`- ${row.target} × ${row.flow}: ${row.step}`, ...row.details.map((text) => `  - ${text}`)],
  );
  return [
    `# Chaos, seed ${seed}${breaks ? `, --break=${breaks}` : ''}`,
    '',
    `${startedAt} to ${endedAt}. ${sittings} sittings at once, each with its room and desk. ${machine}; load ${load.join(' to ')}.`,
    `Verdict: ${isGood(results) ? 'nothing lost, nothing doubled, no order missed' : 'NOT RIGHT'}.`,
    ...(trouble ? ['', `Broke off: ${trouble}`] : []),
    '',
    line(head),
    ruler,
    ...rows.map((row) => line(cellsOf(row, true))),
    ...(details.length > 0 ? ['', ...details] : []),
    '',
  ].join('\n');
}
