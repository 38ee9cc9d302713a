import type { SittingOrder } from '#protocol/orders.schema';
import type { Proposal } from '#protocol/outages';

export type Answer = 'all' | 'part' | 'none';
export type CreditCause = Credit['cause'];
type Credit = Extract<SittingOrder, { kind: 'credit' }>;

/** `2:17` or `137` (seconds) in ms; null for anything else. */
export function typedSpan(text: string): number | null {
  const [, minutes, seconds] = /^(?:(\d{1,3})[:：])?(\d{1,4})$/.exec(text.trim()) ?? [];
  if (seconds === undefined || (minutes !== undefined && Number(seconds) > 59)) return null;
  return (Number(minutes ?? 0) * 60 + Number(seconds)) * 1_000;
}

/** What of an outage is given back, in ms; null where what was typed is no part of it. */
export function givenBack(owed: Proposal, answer: Answer, typed: string): number | null {
  if (answer === 'all') return owed.ms;
  if (answer === 'none') return 0;
  const ms = typedSpan(typed);
  return ms !== null && ms >= 1_000 && ms <= owed.ms ? ms : null;
}

/** Part of an outage can be named only where nothing else covers a piece in its middle. */
export const canBeParted = ({ from, to, ms }: Proposal): boolean => ms === to - from && ms > 1_000;

/** Answers the measured outages of a proposal: all of it, its beginning, or nothing. */
export function creditOf(owed: Proposal, ms: number, cause: CreditCause, reason: string): Credit {
  const to = ms === owed.ms ? owed.to : owed.from + ms;
  return { kind: 'credit', cause, from: owed.from, to, reason, outages: [...owed.outages] };
}
