import type { WatchSource } from '#contract/proctored';
import type { ConsoleRow } from '#protocol/live.schema';
import type { PageFact } from '#steps/proctored/schema';
import type { Mood } from '../../ui/Pill';
import { attention, stepOf, type Look, type RowNote } from '../console/row-state';

export interface Still {
  readonly at: number;
  readonly url: string;
}
export type Stills = Partial<Record<WatchSource, Still>>;

/** Why somebody should look; each has its words. Nothing here says what it means. */
export type Reason =
  | { readonly kind: 'note'; readonly note: RowNote }
  | { readonly kind: 'lasts'; readonly fact: PageFact; readonly since: number }
  | { readonly kind: 'stale'; readonly since: number };

export type WallPlace = 'before' | 'running' | 'over';

/** A candidate at the wall. */
export interface WallRow {
  readonly row: ConsoleRow;
  readonly stills: Stills;
  readonly place: WallPlace;
  /** Worst first; empty where all is well. */
  readonly reasons: readonly Reason[];
  readonly mood: Mood;
}

/** After two that did not come and some more, a still says nothing of now. */
const MISSED = 2.5;

function placeOf(row: ConsoleRow): WallPlace {
  const view = row.staff?.view;
  if (!view) return 'before';
  const step = stepOf(row, 'proctored');
  if (step) return step.phase === 'looking-back' ? 'over' : step.phase === 'ready' ? 'before' : 'running';
  return view.phase === 'over' ? 'over' : 'before';
}

function staleOf(row: ConsoleRow, stills: Stills, now: number): Reason[] {
  const step = stepOf(row, 'proctored');
  if (!step || (step.phase !== 'running' && step.phase !== 'closing')) return [];
  const last = Math.max(step.began.at, ...Object.values(stills).map(({ at }) => at));
  return now - last > step.stillSeconds * MISSED * 1_000 ? [{ kind: 'stale', since: last }] : [];
}

export function wallRowOf(row: ConsoleRow, stills: Stills, look: Look, now: number): WallRow {
  const place = placeOf(row);
  if (place === 'over') return { row, stills, place, reasons: [], mood: 'plain' };
  const notes = attention(row, look);
  const lasting = (stepOf(row, 'proctored')?.facts ?? []).flatMap(({ fact, openSince }): Reason[] =>
    openSince === null ? [] : [{ kind: 'lasts', fact, since: openSince }],
  );
  const said = (bad: boolean): Reason[] =>
    notes.filter(({ mood }) => (mood === 'bad') === bad).map((note) => ({ kind: 'note', note }));
  const reasons = [...said(true), ...staleOf(row, stills, now), ...lasting, ...said(false)];
  const isBad = notes.some(({ mood }) => mood === 'bad') && place === 'running';
  return { row, stills, place, reasons, mood: isBad ? 'bad' : reasons.length > 0 ? 'warn' : 'ok' };
}

const rankOf = ({ place, mood, reasons }: WallRow): number => {
  if (place === 'over') return 4;
  if (mood === 'bad') return 0;
  if (place === 'before') return 3;
  return reasons.length > 0 ? 1 : 2;
};

export const needsLook = (row: WallRow): boolean => rankOf(row) < 2;

/** Who needs a look comes first; within these by ticket, so that nobody jumps about. */
export const needyFirst = (rows: readonly WallRow[]): WallRow[] =>
  [...rows].sort((a, b) => rankOf(a) - rankOf(b) || a.row.ticket.localeCompare(b.row.ticket));

export const layouts = ['4', '9', '16', '25', 'list'] as const;
export type Layout = (typeof layouts)[number];

export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly scrolled: number;
}

const CAPTION_PX = 64;
const LINE_PX = 56;
const NARROWEST_PX = 150;

/** Which rows of tiles stand in the DOM: those in view, and one above and below. */
export function shownOf(layout: Layout, count: number, { width, height, scrolled }: Extent) {
  const wanted = layout === 'list' ? 1 : Math.sqrt(Number(layout));
  const columns =
    layout === 'list' ? 1 : Math.max(1, Math.min(wanted, Math.floor(width / NARROWEST_PX) || 1));
  const rowPx = layout === 'list' ? LINE_PX : Math.round(((width / columns) * 9) / 16) + CAPTION_PX;
  const rows = Math.ceil(count / columns);
  const first = Math.max(0, Math.min(rows, Math.floor(scrolled / rowPx)) - 1);
  const last = Math.min(rows, Math.ceil((scrolled + height) / rowPx) + 1);
  return {
    columns,
    rowPx,
    total: rows * rowPx,
    from: first * columns,
    to: last * columns,
    top: first * rowPx,
  };
}
