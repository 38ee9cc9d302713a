import type { Proposal } from '#protocol/outages';
import type { ClockEntry } from '#protocol/views.schema';
import type { RecordedEvent } from '../record/use-record';

export interface LedgerLine {
  /** Key of `staff.clock.ledger`. */
  readonly what: 'extension' | Extract<ClockEntry, { kind: 'interval' }>['cause'];
  readonly from: number;
  /** Null while it lasts; equal to `from` for what was added at once. */
  readonly to: number | null;
  /** What it gave, in ms; null while it lasts or waits. Nothing, where staff refused to give an outage back. */
  readonly ms: number | null;
  /** `staff:<id>` or `system`; null where nobody has answered yet. */
  readonly by: string | null;
  readonly endedBy: string | null;
  /** When it was decided, where that is another time than when it begins. */
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

type Entry = ClockEntry;
type Interval = Extract<Entry, { kind: 'interval' }>;

const orders: readonly string[] = [
  'clock.extend',
  'clock.pause',
  'clock.credit',
  'room.extend',
  'room.pause',
];

const isOrderOf = (event: RecordedEvent, entry: Entry): boolean => {
  if (!orders.includes(event.kind) || event.by !== entry.by) return false;
  if (entry.kind === 'extension') return event.at === entry.at;
  return event.kind === 'clock.credit'
    ? event.details.from === entry.from && event.details.to === entry.to
    : event.at === entry.from;
};

const reasonOf = (order: RecordedEvent | undefined): string | null =>
  typeof order?.details.reason === 'string' ? order.details.reason : null;

const isCredit = ({ cause, by }: Interval): boolean => cause.endsWith('-outage') && by !== 'system';

function lineOf(entry: Entry, events: readonly RecordedEvent[]): LedgerLine {
  const { by } = entry;
  const order = events.find((event) => isOrderOf(event, entry));
  const reason = reasonOf(order);
  if (entry.kind === 'extension') {
    const { at, ms } = entry;
    return { what: 'extension', from: at, to: at, ms, by, endedBy: null, decidedAt: null, reason };
  }
  const { cause, from, to, endedBy, answeredAt } = entry;
  const decidedAt = isCredit(entry) ? (answeredAt ?? order?.at ?? null) : null;
  return { what: cause, from, to, ms: to === null ? null : to - from, by, endedBy, decidedAt, reason };
}

const waiting = ({ from, to }: Proposal): LedgerLine => ({
  ...{ what: 'candidate-outage', from, to, ms: null, by: null, endedBy: null, decidedAt: null, reason: null },
});

/** Why a clock stands where it stands, and what waits for an answer: with who, when and why, oldest first. */
export const ledgerLines = (
  ledger: readonly Entry[],
  owed: readonly Proposal[],
  events: readonly RecordedEvent[],
): LedgerLine[] =>
  [...ledger.map((entry) => lineOf(entry, events)), ...owed.map(waiting)].sort((a, b) => a.from - b.from);
