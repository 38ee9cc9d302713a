import type { Ledger } from './clock';
import type { MeasuredOutage } from './live.schema';
import { differenceOf, measureOf, unionOf, type Span } from './spans';

/** Below this an outage is a hiccup that nobody is asked about. */
export const SHORTEST_MS = 5_000;
/** Two devices of one home fall silent and come back within this of each other: one outage, one question. */
const TOGETHER_MS = 15_000;

/** What may be given back for one or more measured outages that belong together. */
export interface Proposal {
  /** Ids of the measured outages: a `credit` order that names them answers them. */
  readonly outages: readonly string[];
  readonly positions: readonly (1 | 2)[];
  readonly from: number;
  readonly to: number;
  /** What a credit of `[from, to)` gives: less than its length where a pause or an outage of ours covers a part. */
  readonly ms: number;
}

interface Clock {
  readonly startedAt: number;
  readonly ledger: Ledger;
}

const isAnswered = ({ id }: MeasuredOutage, { ledger }: Clock): boolean =>
  ledger.some((entry) => entry.kind === 'interval' && (entry.outages?.includes(id) ?? false));

/** When the clock stood still anyway. */
const stoodStill = ({ ledger }: Clock): Span[] =>
  ledger.flatMap((entry) =>
    entry.kind === 'interval' ? [{ from: entry.from, to: entry.to ?? Infinity }] : [],
  );

const together = (outages: readonly MeasuredOutage[]): MeasuredOutage[][] =>
  outages
    .toSorted((a, b) => a.from - b.from)
    .reduce<MeasuredOutage[][]>((groups, outage) => {
      const last = groups.at(-1);
      const reaches = Math.max(-Infinity, ...(last ?? []).map(({ to }) => to ?? Infinity));
      if (!last || outage.from > reaches + TOGETHER_MS) return [...groups, [outage]];
      return [...groups.slice(0, -1), [...last, outage]];
    }, []);

/**
 * What waits for an answer of staff, oldest first: measured outages that are over, cut to the time the clock ran, less
 * what pauses, outages of ours and earlier credits cover already.
 */
export const proposals = (outages: readonly MeasuredOutage[], clock: Clock): Proposal[] =>
  together(outages.filter((outage) => !isAnswered(outage, clock))).flatMap((group) => {
    if (group.some(({ to }) => to === null)) return [];
    const measured = group.map(({ from, to }) => ({ from: Math.max(from, clock.startedAt), to: to ?? from }));
    const owed = differenceOf(unionOf(measured), stoodStill(clock));
    const [first, last] = [owed.at(0), owed.at(-1)];
    if (!first || !last) return [];
    // A moment between two silences that belong together is given with them.
    const ms = measureOf(differenceOf([{ from: first.from, to: last.to }], stoodStill(clock)));
    if (ms < SHORTEST_MS) return [];
    const positions = ([1, 2] as const).filter((each) => group.some(({ position }) => position === each));
    return [{ outages: group.map(({ id }) => id), positions, from: first.from, to: last.to, ms }];
  });

/** Since when a device has been silent that has not come back; null when all are here. */
export const silentSince = (outages: readonly MeasuredOutage[]): number | null => {
  const lasting = outages.filter(({ to }) => to === null).map(({ from }) => from);
  return lasting.length > 0 ? Math.min(...lasting) : null;
};
