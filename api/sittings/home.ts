import type { z } from 'zod';
import type { home } from '#contract/sitting';
import type { Exam } from '#models/exam';
import { Sitting } from '#models/sitting';
import type { CandidateView } from '#protocol/views.schema';
import { within } from '../deadline';
import { AppError } from '../errors';
import { isOutage } from '../http/outage';
import type { Parts } from '../parts';
import { examCard, stepTextsOf, windowOf } from './cards';

type Home = z.input<typeof home.output>;
/** What stands still: kept in Redis, so that a reload works while MariaDB is away. */
type Still = Pick<Home, 'exam' | 'candidate' | 'room' | 'window' | 'flow' | 'rehearsal'>;

const FRESH_MS = 20_000;
/** A reload need not wait longer for a database that hangs, where Redis has the view. */
const DATABASE_MS = 2_500;
const KEEP_MS = 12 * 3_600_000;
const keyOf = (sittingId: string) => `home:${sittingId}`;

export async function readStill(parts: Parts, sittingId: string): Promise<Still> {
  const still = await parts.readThrough.read<Still>({
    key: keyOf(sittingId),
    freshMs: FRESH_MS,
    keepMs: KEEP_MS,
    load: () => loadStill(parts, sittingId),
  });
  if (!still) throw new AppError('UNAVAILABLE', { reason: 'no-flow' });
  return still;
}

/** At check-in the flow is settled, which may be another than was shown before; and reloads need what is kept. */
export async function renewStill(parts: Parts, sittingId: string): Promise<void> {
  await parts.readThrough.forget(keyOf(sittingId));
  await readStill(parts, sittingId).catch((error: unknown) =>
    parts.logger.warn({ err: error }, 'what stands still is not kept yet'),
  );
}

async function loadStill({ dataSource, publishedFlow }: Parts, sittingId: string): Promise<Still | null> {
  const sitting = await dataSource.getRepository(Sitting).findOne({
    where: { id: sittingId },
    relations: { exam: true, room: true, candidate: true },
  });
  const { exam, room, candidate } = sitting ?? {};
  const flowVersionId = sitting?.flowVersionId ?? exam?.flowVersionId;
  if (!exam || !room || !candidate || !flowVersionId) return null;
  const document = await publishedFlow(flowVersionId);
  const real = await rehearsedExam(dataSource, exam);
  return {
    exam: { ...examCard(exam), code: real?.code ?? exam.code },
    rehearsal: real && windowOf(real),
    candidate: { sittingId, name: candidate.name, ticket: candidate.ticket },
    room: { id: room.id, name: room.name },
    window: windowOf(exam),
    flow: { name: document.name, steps: stepTextsOf(document) },
  };
}

/** The exam that this one is the stage of a rehearsal for. */
async function rehearsedExam(dataSource: Parts['dataSource'], { rehearsalOf }: Exam): Promise<Exam | null> {
  if (rehearsalOf === null) return null;
  const real = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: rehearsalOf }, relations: { exam: true } });
  return real?.exam ?? null;
}

/**
 * The newest view that is known: of an answer to a command, or of the projection. Null before the first check-in.
 * @throws an outage when neither Redis nor MariaDB can tell
 */
export async function readView(
  { dataSource, live }: Parts,
  sittingId: string,
): Promise<CandidateView | null> {
  const latest = await live.latestViews.read(sittingId);
  try {
    const rows = dataSource.getRepository(Sitting);
    const wanted = { where: { id: sittingId }, select: { id: true, staffView: true } } as const;
    const row = await within(DATABASE_MS, rows.findOne(wanted));
    const projected = row?.staffView?.view ?? null;
    return latest && latest.revision > (projected?.revision ?? 0) ? latest : projected;
  } catch (error) {
    if (latest && isOutage(error)) return latest;
    throw error;
  }
}
