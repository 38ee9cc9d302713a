import { In, type DataSource } from 'typeorm';
import type { TimeLine } from '#contract/time-account';
import { MeasuredOutageRow } from '#models/measured-outage';
import { Staff } from '#models/staff';
import type { MeasuredOutage } from '#protocol/live.schema';
import { proposals } from '#protocol/outages';
import type { ClockEntry, ClockView } from '#protocol/views.schema';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';
import { present } from './read-outages';

type Decider = TimeLine['by'];
type NameOf = (by: string) => Decider;

/** The candidate's own time, line by line. Reasons stay with staff; who decided is told by name and office. */
export async function readTimeAccount(parts: Parts, sittingId: string) {
  const { dataSource, clock } = parts;
  const view = await readView(parts, sittingId);
  if (!view?.clock) return { serverTime: clock(), clock: null, lines: [] };
  const rows = await dataSource
    .getRepository(MeasuredOutageRow)
    .find({ where: { sittingId }, order: { fromAt: 'ASC' } });
  const nameOf = await decidersOf(dataSource, view.clock.ledger);
  const { startedAt, totalMs, deadlineAt, extendedMs } = view.clock;
  return {
    serverTime: clock(),
    clock: { startedAt, totalMs, deadlineAt, extendedMs, creditedMs: view.clock.creditedMs },
    lines: linesOf(view.clock, rows.map(present), nameOf),
  };
}

const linesOf = (clock: ClockView, outages: readonly MeasuredOutage[], nameOf: NameOf): TimeLine[] =>
  [
    ...clock.ledger.map((entry) => lineOf(entry, outages, nameOf)),
    ...proposals(outages, clock).map(({ from, to, ms }) => ({
      ...{ what: 'candidate-outage' as const, from, to, ms, by: { kind: 'system' as const }, waiting: true },
    })),
  ].toSorted((a, b) => a.from - b.from);

function lineOf(entry: ClockEntry, outages: readonly MeasuredOutage[], nameOf: NameOf): TimeLine {
  const by = nameOf(entry.by);
  if (entry.kind === 'extension')
    return { what: 'extension', from: entry.at, to: entry.at, ms: entry.ms, by, waiting: false };
  const { cause: what, from, to } = entry;
  if (from !== to) return { what, from, to, ms: to === null ? null : to - from, by, waiting: false };
  // Answered with nothing: the line tells what was measured, and that it gave nothing.
  const answered = outages.filter(({ id }) => entry.outages?.includes(id));
  const since = Math.min(from, ...answered.map((outage) => outage.from));
  const until = Math.max(to, ...answered.map((outage) => outage.to ?? to));
  return { what, from: since, to: until, ms: 0, by, waiting: false };
}

async function decidersOf(dataSource: DataSource, ledger: readonly ClockEntry[]): Promise<NameOf> {
  const idOf = (by: string) => (by.startsWith('staff:') ? by.slice('staff:'.length) : null);
  const ids = [...new Set(ledger.flatMap(({ by }) => idOf(by) ?? []))];
  const staff =
    ids.length === 0
      ? []
      : await dataSource
          .getRepository(Staff)
          .find({ where: { id: In(ids) }, select: { id: true, name: true, role: true } });
  const known = new Map(staff.map(({ id, name, role }) => [id, { name, role }]));
  return (by) => {
    const id = idOf(by);
    if (id === null) return { kind: 'system' };
    const { name, role } = known.get(id) ?? { name: null, role: null };
    return { kind: 'staff', name, role };
  };
}
