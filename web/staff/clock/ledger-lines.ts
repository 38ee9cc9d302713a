import type { ClockEntry } from '#protocol/views.schema';
import type { RecordedEvent } from '../record/use-record';

export interface LedgerLine {
  /** Key of `staff.clock.ledger`. */
  readonly what: 'extension' | Extract<ClockEntry, { kind: 'interval' }>['cause'];
  readonly from: number;
  /** Null while it lasts; equal to `from` for what was added at once. */
  readonly to: number | null;
  /** What it gave, in ms; null while it lasts. */
  readonly ms: number | null;
  /** `staff:<id>` or `system`. */
  readonly by: string;
  readonly endedBy: string | null;
  readonly reason: string | null;
}

const orders: readonly string[] = [
  'clock.extend',
  'clock.pause',
  'clock.credit',
  'room.extend',
  'room.pause',
];

/** The reason that came with the order, found by who gave it and for when it counts. */
function reasonOf(
  events: readonly RecordedEvent[],
  by: string,
  from: number,
  at: number | null,
): string | null {
  const order = events.find(
    (event) =>
      orders.includes(event.kind) &&
      event.by === by &&
      (event.kind === 'clock.credit' ? event.details.from === from : event.at === at),
  );
  return typeof order?.details.reason === 'string' ? order.details.reason : null;
}

function lineOf(entry: ClockEntry, events: readonly RecordedEvent[]): LedgerLine {
  const { by } = entry;
  if (entry.kind === 'extension') {
    const { at, ms } = entry;
    return {
      what: 'extension',
      from: at,
      to: at,
      ms,
      by,
      endedBy: null,
      reason: reasonOf(events, by, at, at),
    };
  }
  const { cause, from, to, endedBy } = entry;
  const ms = to === null ? null : to - from;
  return { what: cause, from, to, ms, by, endedBy, reason: reasonOf(events, by, from, from) };
}

/** Why a clock stands where it stands: each pause, extension and credit, with who and why, oldest first. */
export const ledgerLines = (ledger: readonly ClockEntry[], events: readonly RecordedEvent[]): LedgerLine[] =>
  ledger.map((entry) => lineOf(entry, events)).sort((a, b) => a.from - b.from);
