import type { PaperProgress } from '#contract/answers';
import type { ConsoleRow } from '#protocol/live.schema';
import { mayBeGone } from '#protocol/photographing';
import type { Mood } from '../../ui/Pill';
import type { IconName } from '../../ui/icon-paths';
import { attention, stepOf, type Look, type RowNote } from '../console/row-state';

/** How far a candidate is with the paper; keys of `paperStaff.state`. */
export type PaperPlace =
  | 'absent'
  | 'on-the-way'
  | 'waiting'
  | 'soon'
  | 'unopened'
  | 'writing'
  | 'paused'
  | 'closing'
  | 'photographing'
  | 'uploading'
  | 'collecting'
  | 'handed-in'
  | 'past';

/** A line of the hall: the console's row, and what the server counts of the paper. */
export interface PaperRow {
  readonly row: ConsoleRow;
  /** Null until it was read for the first time. */
  readonly progress: PaperProgress | null;
  readonly place: PaperPlace;
  /** What staff should see to, worst first. */
  readonly notes: readonly RowNote[];
  /** Has the paper for a minute and has not opened it. */
  readonly late: boolean;
}

export const placeLooks = {
  absent: { icon: 'clock', mood: 'plain' },
  'on-the-way': { icon: 'clock', mood: 'plain' },
  waiting: { icon: 'check', mood: 'ok' },
  soon: { icon: 'clock', mood: 'ok' },
  unopened: { icon: 'doc', mood: 'plain' },
  writing: { icon: 'edit', mood: 'accent' },
  paused: { icon: 'pause', mood: 'warn' },
  closing: { icon: 'clock', mood: 'warn' },
  photographing: { icon: 'photo', mood: 'accent' },
  uploading: { icon: 'upload', mood: 'accent' },
  collecting: { icon: 'doc', mood: 'plain' },
  'handed-in': { icon: 'check', mood: 'ok' },
  past: { icon: 'check', mood: 'plain' },
} as const satisfies Record<PaperPlace, { icon: IconName; mood: Mood }>;

const LATE_MS = 60_000;

function placeOf(row: ConsoleRow, progress: PaperProgress | null, stepId: string, now: number): PaperPlace {
  const view = row.staff?.view;
  if (!view) return 'absent';
  const step = view.stepId === stepId ? stepOf(row, 'paper') : null;
  if (!step || view.phase === 'over') {
    if (progress?.handedIn) return 'handed-in';
    const own = view.steps.find(({ id }) => id === stepId);
    return view.phase === 'over' || own?.status === 'done' ? 'past' : 'on-the-way';
  }
  if (step.phase === 'waiting') return 'waiting';
  if (step.phase !== 'open') return step.phase;
  if (now < step.opensAt) return 'soon';
  if (view.clock?.pausedSince) return 'paused';
  return step.openedAt === null && !progress?.online ? 'unopened' : 'writing';
}

/** A flow without a second camera misses none, and a phone that photographs may be gone. */
function isOwed(row: ConsoleRow, { code }: RowNote): boolean {
  const view = row.staff?.view;
  const step = stepOf(row, 'paper');
  if (!view || !step) return true;
  if (code === 'locked') return !mayBeGone(view, 1) && !mayBeGone(view, 2);
  if (code === 'camera-lost') return !mayBeGone(view, 1);
  if (code !== 'second-camera-lost' && code !== 'second-camera-weak') return true;
  if (mayBeGone(view, 2)) return false;
  return step.position === 2 || view.steps.some(({ kind }) => kind === 'cameras');
}

interface Seen {
  readonly stepId: string;
  readonly now: number;
  readonly lookAt: (row: ConsoleRow) => Look;
}

export function paperRowOf(row: ConsoleRow, progress: PaperProgress | null, seen: Seen): PaperRow {
  const place = placeOf(row, progress, seen.stepId, seen.now);
  const step = stepOf(row, 'paper');
  const opensAt = step && step.phase !== 'waiting' ? step.opensAt : null;
  const notes =
    place === 'handed-in' || place === 'past'
      ? []
      : attention(row, seen.lookAt(row)).filter((note) => isOwed(row, note));
  const late = place === 'unopened' && opensAt !== null && seen.now - opensAt > LATE_MS;
  return { row, progress, place, notes, late };
}

const rankOf = ({ notes, late, place }: PaperRow): number => {
  if (notes.some(({ mood }) => mood === 'bad')) return 0;
  if (notes.length > 0) return 1;
  if (late) return 2;
  if (place === 'absent' || place === 'on-the-way') return 4;
  return place === 'handed-in' || place === 'past' ? 5 : 3;
};

export const needsSomebody = (row: PaperRow): boolean => rankOf(row) < 3;

/** Who needs somebody comes first, who has handed in last; within these by ticket. */
export const needyFirst = (rows: readonly PaperRow[]): PaperRow[] =>
  [...rows].sort((a, b) => rankOf(a) - rankOf(b) || a.row.ticket.localeCompare(b.row.ticket));

/** How many are at these places. */
export const countAt = (rows: readonly PaperRow[], ...places: readonly PaperPlace[]): number =>
  rows.filter(({ place }) => places.includes(place)).length;

/** Whose pen a collection takes away, and whose photographs it does not wait for any longer. */
export const writes: readonly PaperPlace[] = ['unopened', 'writing', 'paused', 'closing'];
export const photographs: readonly PaperPlace[] = ['photographing', 'uploading'];

/** Between which instants the clocks of those who write run out; null while none runs. */
export function endsOf(rows: readonly PaperRow[]): { readonly first: number; readonly last: number } | null {
  const ends = rows.flatMap(({ row, place }) => {
    const at = writes.includes(place) ? row.staff?.view.clock?.deadlineAt : null;
    return at == null ? [] : [at];
  });
  return ends.length > 0 ? { first: Math.min(...ends), last: Math.max(...ends) } : null;
}
