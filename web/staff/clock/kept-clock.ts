import { clockView, type Ledger } from '#protocol/clock';
import { clockCause, type ClockEntry, type ClockView } from '#protocol/views.schema';
import type { RecordedEvent } from '../record/use-record';

type Interval = Extract<ClockEntry, { kind: 'interval' }>;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** When a clock began to run, and for how long; null for any other event. */
function startOf({ kind, at, details }: RecordedEvent) {
  if (kind === 'interview.started') return { startedAt: at, totalMs: numberOf(details.totalMs) };
  if (kind === 'paper.dispatched')
    return { startedAt: numberOf(details.opensAt), totalMs: numberOf(details.totalMs) };
  if (kind === 'interview.reopened' || kind === 'paper.reopened')
    return { startedAt: at, totalMs: numberOf(details.ms) };
  return null;
}

const opened = (ledger: Ledger, cause: Interval['cause'], { at, by }: RecordedEvent): Ledger => [
  ...ledger,
  { kind: 'interval', cause, from: at, to: null, by, endedBy: null },
];

const ended = (ledger: Ledger, cause: Interval['cause'], { at, by }: RecordedEvent): Ledger =>
  ledger.map((entry) =>
    entry.kind === 'interval' && entry.cause === cause && entry.to === null
      ? { ...entry, to: at, endedBy: by }
      : entry,
  );

function spanned(ledger: Ledger, cause: unknown, { at, by, details }: RecordedEvent): Ledger {
  const known = clockCause.safeParse(cause);
  if (!known.success) return ledger;
  const [from, to] = [numberOf(details.from), numberOf(details.to)];
  const answeredAt = by === 'system' ? undefined : at;
  return [...ledger, { kind: 'interval', cause: known.data, from, to, by, endedBy: by, answeredAt }];
}

function booked(ledger: Ledger, event: RecordedEvent): Ledger {
  const { kind, at, by, details } = event;
  switch (kind) {
    case 'clock.extend':
    case 'room.extend':
      return [...ledger, { kind: 'extension', ms: numberOf(details.ms), at, by }];
    case 'clock.pause':
      return opened(ledger, 'own-pause', event);
    case 'room.pause':
      return opened(ledger, 'room-pause', event);
    case 'clock.resume':
      return ended(ledger, 'own-pause', event);
    case 'room.resume':
    case 'room.close':
      return ended(ledger, 'room-pause', event);
    case 'clock.credit':
      return spanned(ledger, details.cause, event);
    case 'room.our-outage':
      return spanned(ledger, 'our-outage', event);
    default:
      return ledger;
  }
}

/** The clock of a sitting that is over, as its record tells it: the view has none any more. Null where none ran. */
export function clockOfRecord(events: readonly RecordedEvent[]): ClockView | null {
  const starts = events.flatMap((event) => startOf(event) ?? []);
  const start = starts.at(-1);
  const over = events.findLast(({ kind }) => kind === 'sitting.over');
  if (!start || !over) return null;
  return clockView({ ...start, closingMs: 0 }, events.reduce(booked, []), over.at);
}
