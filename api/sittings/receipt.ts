import { createHash } from 'node:crypto';
import { ExamEvent } from '#models/exam-event';
import { Sitting } from '#models/sitting';
import { collectedPaper } from '#steps/paper/schema';
import { collectedTakes } from '#steps/recording/schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { examCard } from './cards';

/** What staff decided about him, and what rooms did, is not what was received of him. */
const notOfTheCandidate = /^(identity|requirement|room)\./;

/**
 * What was received and when, from the record alone: the projection and the record are written together.
 * @throws AppError NOT_NOW until the sitting is over
 */
export async function readReceipt({ dataSource }: Parts, sittingId: string) {
  const sitting = await dataSource.getRepository(Sitting).findOne({
    where: { id: sittingId },
    relations: { exam: true, room: true, candidate: true },
  });
  const over = sitting?.staffView?.view.over;
  const { exam, room, candidate, startedAt } = sitting ?? {};
  if (!over || !exam || !room || !candidate || !startedAt) throw new AppError('NOT_NOW');
  const events = await dataSource
    .getRepository(ExamEvent)
    .find({ where: { sittingId }, order: { revision: 'ASC', ordinal: 'ASC' } });
  return {
    exam: examCard(exam),
    room: room.name,
    candidate: { name: candidate.name, ticket: candidate.ticket },
    startedAt,
    over,
    items: events
      .filter(({ kind }) => !notOfTheCandidate.test(kind))
      .map(({ kind, stepId, at, details }) => ({ kind, stepId, at, ...collectedIn(details) })),
    code: codeOf(events),
  };
}

/** What was sealed of a paper, or of recorded takes, stands in the event of handing it in. */
function collectedIn(details: ExamEvent['details']) {
  const collected = collectedPaper.safeParse('collected' in details ? details.collected : undefined).data;
  const recorded = collectedTakes.safeParse('recorded' in details ? details.recorded : undefined).data;
  return { ...(collected && { collected }), ...(recorded && { recorded }) };
}

/** First 16 figures of SHA-256 over the record, line by line. */
function codeOf(events: readonly ExamEvent[]): string {
  const hash = createHash('sha256');
  for (const { revision, ordinal, kind, at, byWhom, stepId, commandId, details } of events)
    hash.update(`${JSON.stringify([revision, ordinal, kind, at, byWhom, stepId, commandId, details])}\n`);
  return hash.digest('hex').slice(0, 16);
}
