import type { MeasuredOutage } from '#protocol/live.schema';
import { proposals } from '#protocol/outages';
import type { ClockEntry, ClockView } from '#protocol/views.schema';

/** What is said of an outage while it is fresh. */
export interface Said {
  readonly what: 'waiting' | 'given' | 'refused' | 'ours';
  /** How long he was, or we were, away; for `given` what it gave back. */
  readonly ms: number;
}

/** An answer of staff is said this long; what is still open, until it is answered. */
const ANSWER_MS = 60_000;
/** An outage of ours is found some seconds after its end. */
const OURS_MS = 90_000;

type Interval = Extract<ClockEntry, { kind: 'interval' }>;

const lengthOf = (ids: readonly string[], outages: readonly MeasuredOutage[]): number => {
  const answered = outages.filter(({ id }) => ids.includes(id));
  const from = Math.min(...answered.map((outage) => outage.from));
  const to = Math.max(...answered.map((outage) => outage.to ?? outage.from));
  return Math.max(0, Number.isFinite(to - from) ? to - from : 0);
};

const saidOf = (entry: Interval, outages: readonly MeasuredOutage[], now: number): Said[] => {
  const { cause, from, to, answeredAt, outages: ids = [] } = entry;
  if (to === null) return [];
  if (cause === 'our-outage') return now - to < OURS_MS ? [{ what: 'ours', ms: to - from }] : [];
  if (answeredAt === undefined || now - answeredAt >= ANSWER_MS) return [];
  return to > from ? [{ what: 'given', ms: to - from }] : [{ what: 'refused', ms: lengthOf(ids, outages) }];
};

/** What a candidate who is back should know of the time that an outage took, newest last. */
export const saidNow = (clock: ClockView, outages: readonly MeasuredOutage[], now: number): Said[] => [
  ...clock.ledger.flatMap((entry) => (entry.kind === 'interval' ? saidOf(entry, outages, now) : [])),
  ...proposals(outages, clock).map(({ ms }) => ({ what: 'waiting' as const, ms })),
];
