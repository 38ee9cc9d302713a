import { z } from 'zod';
import type { ConsoleRow } from '#protocol/live.schema';
import type { ClockEntry } from '#protocol/views.schema';
import { groupOf } from './row-state';

const outage = z.strictObject({
  /** Last sign of life before it, epoch ms. */
  from: z.number(),
  /** First sign of life after it; null while it lasts. */
  to: z.number().nullable(),
});
export type Outage = z.infer<typeof outage>;

/** Outages of candidates in the exam room, by sitting, oldest first. */
export const outages = z.record(z.string(), z.array(outage));
export type Outages = Readonly<Record<string, readonly Outage[]>>;

const gone: readonly string[] = ['lost', 'left', 'locked'];
const none: readonly Outage[] = [];

/** Books what the presence of the first device says now; the same object where nothing changed. */
export function noteOutages(known: Outages, rows: readonly ConsoleRow[], now: number): Outages {
  return rows.reduce((all, row) => {
    if (groupOf(row) !== 'inside') return all;
    const before = all[row.sittingId] ?? none;
    const after = noted(before, row, now);
    return after === before ? all : { ...all, [row.sittingId]: after };
  }, known);
}

function noted(before: readonly Outage[], row: ConsoleRow, now: number): readonly Outage[] {
  const { state, lastSeenAt } = row.presence[1];
  const last = before.at(-1);
  const open = last?.to === null ? last : null;
  if (gone.includes(state))
    return open || lastSeenAt === null ? before : [...before, { from: lastSeenAt, to: null }];
  if (!open || state === 'never') return before;
  return [...before.slice(0, -1), { from: open.from, to: Math.max(lastSeenAt ?? now, open.from) }];
}

/** Shorter than this it is a hiccup that nobody needs to be asked about. */
const SHORTEST_MS = 5_000;

const covers = (entry: ClockEntry, { from, to }: Outage): boolean =>
  entry.kind === 'interval' && entry.from <= from && (entry.to ?? Infinity) >= (to ?? Infinity);

/** Outages while the clock ran that neither a pause nor a credit has given back, cut to the clock's time. */
export function notGivenBack(row: ConsoleRow, known: Outages): Outage[] {
  const clock = row.staff?.view.clock;
  if (!clock) return [];
  return (known[row.sittingId] ?? none)
    .map(({ from, to }) => ({ from: Math.max(from, clock.startedAt), to }))
    .filter(({ from, to }) => to === null || to - from >= SHORTEST_MS)
    .filter((each) => !clock.ledger.some((entry) => covers(entry, each)));
}
