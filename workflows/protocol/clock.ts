import { unionOf, type Span } from './spans';
import type { ClockEntry, ClockView } from './views.schema';

/** What a running clock is made of; the ledger beside it says when time stood still and what was added. */
export interface ClockFace {
  readonly startedAt: number;
  readonly totalMs: number;
  /** Grace after the deadline in which what was stamped in time still counts. */
  readonly closingMs: number;
}

export type Ledger = readonly ClockEntry[];

/** An outage that ended this shortly before the deadline, or after it, lengthens the grace. */
const JUST_BEFORE_MS = 60_000;
/** Then whoever comes back finds this long a grace, */
const AFTER_OUTAGE_MS = 120_000;
/** and while an outage lasts, or staff have not said what of it they give back, this long a one. */
const OUTAGE_OPEN_MS = 300_000;

/** Milliseconds the clock may run: extensions given before it started are not for it. */
const allowance = (face: ClockFace, ledger: Ledger): number =>
  ledger.reduce(
    (ms, entry) => (entry.kind === 'extension' && entry.at >= face.startedAt ? ms + entry.ms : ms),
    face.totalMs,
  );

/** The union of all intervals from the start on, in order and without overlaps, so that nothing counts twice. */
const standstills = (face: ClockFace, ledger: Ledger): Span[] =>
  unionOf(
    ledger
      .flatMap((entry) => (entry.kind === 'interval' ? [{ from: entry.from, to: entry.to ?? Infinity }] : []))
      .map(({ from, to }) => ({ from: Math.max(from, face.startedAt), to })),
  );

const stoodUntil = (spans: readonly Span[], t: number): number =>
  spans.reduce((ms, { from, to }) => ms + Math.max(0, Math.min(to, t) - from), 0);

/** The instant at which the allowance is used up; null while a pause holds it back. */
export const deadlineOf = (face: ClockFace, ledger: Ledger): number | null => {
  let deadline = face.startedAt + allowance(face, ledger);
  for (const { from, to } of standstills(face, ledger)) {
    if (from >= deadline) break;
    deadline += to - from;
  }
  return deadline === Infinity ? null : deadline;
};

/** Milliseconds left at `t`; stands still while paused, never below zero. */
export const remainingAt = (face: ClockFace, ledger: Ledger, t: number): number => {
  const ran = Math.max(0, t - face.startedAt) - stoodUntil(standstills(face, ledger), t);
  return Math.max(0, allowance(face, ledger) - ran);
};

/** The grace after `deadline` in which what was stamped in time still counts, and nothing is collected. */
export const closingMsAt = (
  face: ClockFace,
  ledger: Ledger,
  deadline: number,
  isOutageOpen: boolean,
): number => {
  if (isOutageOpen) return Math.max(face.closingMs, OUTAGE_OPEN_MS);
  const isFresh = ledger.some(
    (entry) =>
      entry.kind === 'interval' &&
      entry.cause.endsWith('-outage') &&
      (entry.to ?? Infinity) > deadline - JUST_BEFORE_MS,
  );
  return isFresh ? Math.max(face.closingMs, AFTER_OUTAGE_MS) : face.closingMs;
};

export const clockView = (face: ClockFace, ledger: Ledger, now: number): ClockView => {
  const deadlineAt = deadlineOf(face, ledger);
  const spans = standstills(face, ledger);
  const stands = deadlineAt === null || now < deadlineAt;
  const paused = stands ? spans.find(({ from, to }) => from <= now && now < to) : undefined;
  return {
    startedAt: face.startedAt,
    totalMs: face.totalMs,
    deadlineAt,
    remainingMs: remainingAt(face, ledger, now),
    closingUntil: deadlineAt !== null && now >= deadlineAt ? deadlineAt + face.closingMs : null,
    pausedSince: paused?.from ?? null,
    extendedMs: allowance(face, ledger) - face.totalMs,
    creditedMs: stoodUntil(spans, Math.min(now, deadlineAt ?? now)),
    ledger: ledger.filter((entry) =>
      entry.kind === 'extension' ? entry.at >= face.startedAt : (entry.to ?? Infinity) > face.startedAt,
    ),
  };
};
