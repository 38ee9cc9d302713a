import type { RoomView } from '#protocol/views.schema';
import type { Line } from './line';

const MINUTE = 60_000;
/** Newest finished interviews that the estimate is made from. */
const RECENT = 15;

/** The waiting area of one room, computed once a change and asked by every candidate in it. */
export interface Queue {
  /** Candidates ahead, by sitting. */
  readonly ahead: ReadonlyMap<string, number>;
  readonly total: number;
  /** How long an interview usually takes here, ms. */
  readonly typicalMs: number;
  /** Since when the candidate inside is interviewed. */
  readonly insideSince: number | null;
  /** Who is invited at the moment; his interview comes before everybody else's. */
  readonly invited: string | null;
  readonly open: boolean;
}

export function queueOf(lines: readonly Line[], room: RoomView, expectedMinutes: number): Queue {
  const waiting = lines
    .flatMap(({ sittingId, queueKey }) => (queueKey === null ? [] : [{ sittingId, queueKey }]))
    .sort((a, b) => compare(a.queueKey, b.queueKey) || compare(a.sittingId, b.sittingId));
  const occupant = room.occupant;
  const inside =
    occupant?.phase === 'inside' ? lines.find((line) => line.sittingId === occupant.sittingId) : null;
  return {
    ahead: new Map(waiting.map(({ sittingId }, index) => [sittingId, index])),
    total: waiting.length,
    typicalMs: typicalMs(lines) ?? expectedMinutes * MINUTE,
    insideSince:
      occupant?.phase === 'inside' ? (inside?.staff?.view.clock?.startedAt ?? occupant.since) : null,
    invited: occupant?.phase === 'invited' ? occupant.sittingId : null,
    open: room.phase === 'open',
  };
}

/**
 * Expected wait in ms, in whole minutes so that it changes no more often than a page shows it.
 * Null outside the waiting area and while the room is paused or closed.
 */
export function estimateMs(queue: Queue, sittingId: string, now: number): number | null {
  const ahead = queue.ahead.get(sittingId);
  if (ahead === undefined || !queue.open) return null;
  const first = queue.invited === null ? undefined : queue.ahead.get(queue.invited);
  const outOfTurn = first !== undefined && first > ahead ? 1 : 0;
  const wait = insideLeftMs(queue, now) + (ahead + outOfTurn) * queue.typicalMs;
  return Math.ceil(wait / MINUTE) * MINUTE;
}

/** An interview that takes longer than usual is held to be about to end. */
function insideLeftMs({ insideSince, typicalMs }: Queue, now: number): number {
  return insideSince === null ? 0 : Math.max(MINUTE, typicalMs - (now - insideSince));
}

/** Median of the newest finished interviews; null before the first. */
function typicalMs(lines: readonly Line[]): number | null {
  const finished = lines
    .flatMap((line) => interviewOf(line) ?? [])
    .sort((a, b) => b.endedAt - a.endedAt)
    .slice(0, RECENT)
    .map(({ startedAt, endedAt }) => endedAt - startedAt)
    .sort((a, b) => a - b);
  if (finished.length === 0) return null;
  const middle = Math.floor(finished.length / 2);
  const upper = finished[middle] ?? 0;
  return finished.length % 2 === 1 ? upper : (upper + (finished[middle - 1] ?? upper)) / 2;
}

/** A finished interview lies between the end of the step before it and its own. */
function interviewOf({ staff }: Line): { startedAt: number; endedAt: number } | null {
  const steps = staff?.view.steps ?? [];
  const index = steps.findIndex((step) => step.kind === 'interview');
  const endedAt = steps[index]?.status === 'done' ? steps[index].at : null;
  const startedAt = steps[index - 1]?.at ?? null;
  return endedAt === null || startedAt === null ? null : { startedAt, endedAt };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
