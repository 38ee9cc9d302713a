import type { Ledger } from '../protocol/clock';
import type { EventDraft, Moment } from '../protocol/machine';
import type { SittingOrder } from '../protocol/orders.schema';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import type { ClockEntry } from '../protocol/views.schema';

type Interval = Extract<ClockEntry, { kind: 'interval' }>;
type Pause = 'room-pause' | 'own-pause';
export type ClockOrder = Extract<SittingOrder, { kind: 'extend' | 'pause' | 'resume' | 'credit' }>;
interface Booked {
  readonly ledger: Ledger;
  readonly event: EventDraft;
}

const latest = (ledger: Ledger, cause: Pause): Interval | undefined =>
  ledger.findLast((entry): entry is Interval => entry.kind === 'interval' && entry.cause === cause);

/** Opens a pause from its instant on, unless one of its kind is open. */
export const pauseIn = (ledger: Ledger, cause: Pause, { at, by }: Moment): Ledger | Refusal => {
  const open = latest(ledger, cause);
  if (open && open.to === null) return refuse('ALREADY_DONE', { by: open.by, at: open.from });
  return [...ledger, { kind: 'interval', cause, from: at, to: null, by, endedBy: null }];
};

/** Ends the open pause; one that would end before it began is empty, not negative. */
export const resumeIn = (ledger: Ledger, cause: Pause, { at, by }: Moment): Ledger | Refusal => {
  const last = latest(ledger, cause);
  if (!last) return refuse('NOT_NOW');
  if (last.to !== null) return refuse('ALREADY_DONE', { by: last.endedBy, at: last.to });
  const ended = { ...last, to: Math.max(at, last.from), endedBy: by };
  return ledger.map((entry) => (entry === last ? ended : entry));
};

export const extendIn = (ledger: Ledger, ms: number, { at, by }: Moment): Ledger => [
  ...ledger,
  { kind: 'extension', ms, at, by },
];

const credit = (
  ledger: Ledger,
  { cause, from, to }: Extract<ClockOrder, { kind: 'credit' }>,
  { at, by }: Moment,
): Ledger | Refusal =>
  from < to && to <= at
    ? [...ledger, { kind: 'interval', cause, from, to, by, endedBy: by }]
    : refuse('MALFORMED', { issues: [{ path: 'order.to', message: 'an outage that is over' }] });

const entryFor = (ledger: Ledger, order: ClockOrder, moment: Moment): Ledger | Refusal => {
  switch (order.kind) {
    case 'extend':
      return extendIn(ledger, order.ms, moment);
    case 'pause':
      return pauseIn(ledger, 'own-pause', moment);
    case 'resume':
      return resumeIn(ledger, 'own-pause', moment);
    case 'credit':
      return credit(ledger, order, moment);
  }
};

/** An order to one clock, booked with what the record says of it. */
export const book = (ledger: Ledger, order: ClockOrder, moment: Moment): Booked | Refusal => {
  const after = entryFor(ledger, order, moment);
  if (isRefusal(after)) return after;
  const { kind, ...details } = order;
  return { ledger: after, event: { kind: `clock.${kind}`, details } };
};
