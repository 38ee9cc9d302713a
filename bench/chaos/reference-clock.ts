import type { ExamEvent } from '#models/exam-event';

type Event = Pick<ExamEvent, 'kind' | 'at' | 'details'>;
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the record says of time standing still: pauses by their ends, outages as they were given back. */
function standstills(events: readonly Event[], from: number): Span[] {
  const spans: Span[] = [];
  for (const prefix of ['clock', 'room'] as const) {
    let since: number | null = null;
    for (const { kind, at } of events) {
      if (kind === `${prefix}.pause`) since ??= at;
      if (kind !== `${prefix}.resume` || since === null) continue;
      spans.push({ from: since, to: at });
      since = null;
    }
    if (since !== null) spans.push({ from: since, to: Infinity });
  }
  for (const { kind, details } of events)
    if (kind === 'clock.credit' || kind === 'room.our-outage')
      spans.push({ from: Number(details.from), to: Number(details.to) });
  return spans
    .map((span) => ({ ...span, from: Math.max(span.from, from) }))
    .filter((span) => span.from < span.to);
}

/** Milliseconds covered by any of the spans, counted by the edges between them. */
function covered(spans: readonly Span[]): number {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges.slice(1).reduce((sum, edge, at) => {
    const start = edges[at] ?? edge;
    const isCovered = spans.some(({ from, to }) => from <= start && edge <= to);
    return isCovered ? sum + (edge - start) : sum;
  }, 0);
}

/**
 * When a sitting's clock runs out, worked out anew from the record, for exams that are far from their end.
 * `undefined` where no clock was started, null while it stands.
 */
export function deadlineFrom(events: readonly Event[]): number | null | undefined {
  const started = events.findLast(({ details }) => 'totalMs' in details);
  if (!started) return undefined;
  // A paper may be dispatched for later than the order.
  const startedAt = Number(started.details.opensAt ?? started.at);
  const extended = events
    .filter(({ kind, at }) => kind === 'clock.extend' || (kind === 'room.extend' && at >= startedAt))
    .reduce((sum, { details }) => sum + Number(details.ms), 0);
  const stood = covered(standstills(events, startedAt));
  return stood === Infinity ? null : startedAt + Number(started.details.totalMs) + extended + stood;
}
