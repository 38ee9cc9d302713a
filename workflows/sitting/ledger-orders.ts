import type { Ledger } from '../protocol/clock';
import type { EventDraft, Moment } from '../protocol/machine';
import type { OutageOrder, SittingOrder } from '../protocol/orders.schema';
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

/** An outage of ours, once: booking is repeated by whoever is not sure that it was done. */
export const outageIn = (ledger: Ledger, { from, to }: OutageOrder, { by }: Moment): Ledger | Refusal => {
  const cause = 'our-outage';
  const known = ledger.find(
    (entry) => entry.kind === 'interval' && entry.cause === cause && entry.from === from && entry.to === to,
  );
  if (known) return refuse('ALREADY_DONE', { by: known.by });
  return from < to ? [...ledger, { kind: 'interval', cause, from, to, by, endedBy: by }] : ledger;
};

type Credit = Extract<ClockOrder, { kind: 'credit' }>;

const credit = (ledger: Ledger, order: Credit, { at, by }: Moment): Ledger | Refusal => {
  const { cause, from, to, outages } = order;
  const answered = answerTo(ledger, outages ?? []);
  if (answered) return refuse('ALREADY_DONE', { by: answered.by, at: answered.answeredAt });
  const isSpan = from < to || (from === to && outages !== undefined);
  if (!isSpan || to > at)
    return refuse('MALFORMED', { issues: [{ path: 'order.to', message: 'an outage that is over' }] });
  const answer = outages && { outages, answeredAt: at };
  return [...ledger, { kind: 'interval', cause, from, to, by, endedBy: by, ...answer }];
};

/** Who was first to answer one of these measured outages. */
const answerTo = (ledger: Ledger, outages: readonly string[]): Interval | undefined =>
  ledger.find(
    (entry): entry is Interval =>
      entry.kind === 'interval' && (entry.outages?.some((id) => outages.includes(id)) ?? false),
  );

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
