import type { ConsoleRow } from '#protocol/live.schema';
import { groupOf, silent, stepOf, type RowGroup } from './row-state';

const groupOrder = { queue: 0, inside: 1, preparing: 2, absent: 3, over: 4 } as const satisfies Record<
  RowGroup,
  number
>;

/** The list as staff read it: the queue in its order, then the room, those preparing, absent, finished. */
export function inOrder(rows: readonly ConsoleRow[]): ConsoleRow[] {
  return [...rows].sort(
    (a, b) =>
      groupOrder[groupOf(a)] - groupOrder[groupOf(b)] ||
      (a.staff?.queueKey ?? '').localeCompare(b.staff?.queueKey ?? '') ||
      a.ticket.localeCompare(b.ticket),
  );
}

/** First in the queue whom an invitation would reach now. */
export function nextInQueue(rows: readonly ConsoleRow[]): ConsoleRow | null {
  const reached = (row: ConsoleRow): boolean =>
    stepOf(row, 'waiting')?.phase === 'queued' && !silent(row.presence[1]);
  return inOrder(rows).find(reached) ?? null;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** Lines that a search by name or ticket number leaves. */
export function found(rows: readonly ConsoleRow[], search: string): ConsoleRow[] {
  const wanted = plain(search);
  return rows.filter(({ name, ticket }) => plain(name).includes(wanted) || plain(ticket).includes(wanted));
}
