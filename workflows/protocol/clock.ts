import type { ClockEntry, ClockView } from './views.schema';

/** What a running clock is made of; the ledger beside it says when time stood still and what was added. */
export interface ClockFace {
  readonly startedAt: number;
  readonly totalMs: number;
  /** Grace after the deadline in which what was stamped in time still counts. */
  readonly closingMs: number;
}

export type Ledger = readonly ClockEntry[];
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds the clock may run: extensions given before it started are not for it. */
const allowance = (face: ClockFace, ledger: Ledger): number =>
  ledger.reduce(
    (ms, entry) => (entry.kind === 'extension' && entry.at >= face.startedAt ? ms + entry.ms : ms),
    face.totalMs,
  );

/** The union of all intervals from the start on, in order and without overlaps, so that nothing counts twice. */
const standstills = (face: ClockFace, ledger: Ledger): Span[] => {
  const spans = ledger
    .flatMap((entry) => (entry.kind === 'interval' ? [{ from: entry.from, to: entry.to ?? Infinity }] : []))
    .map(({ from, to }) => ({ from: Math.max(from, face.startedAt), to }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1);
    if (!last || span.from > last.to) return [...merged, span];
    return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
  }, []);
};

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
