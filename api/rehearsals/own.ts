import { Not, IsNull, type DataSource } from 'typeorm';
import { Rehearsal } from '#models/rehearsal';
import { RehearsalPart } from '#models/rehearsal-part';
import type { RehearsalState } from '#protocol/rehearsal.schema';
import { AppError } from '../errors';

/** @throws AppError NOT_NOW where this sitting plays no rehearsal */
export async function rehearsalPlayedBy(dataSource: DataSource, playedBy: string): Promise<Rehearsal> {
  const found = await dataSource.getRepository(Rehearsal).findOneBy({ playedBy });
  if (!found) throw new AppError('NOT_NOW');
  return found;
}

/** The real sitting that this one rehearses, or itself: calls for help belong to the person, not to the play. */
export async function realSittingOf(dataSource: DataSource, sittingId: string) {
  const found = await dataSource.getRepository(Rehearsal).findOneBy({ playedBy: sittingId });
  return found && { sittingId: found.sittingId, examId: found.examId };
}

export async function presentRehearsal(dataSource: DataSource, found: Rehearsal): Promise<RehearsalState> {
  const { id, beganAt, trialNumber, trialBeganAt, firstTake, secondTake } = found;
  const parts = trialBeganAt === null ? [] : await partsOf(dataSource, found);
  const { finishedAt, outcome, reasons } = found;
  return {
    ...{ id, beganAt },
    trial: trialBeganAt === null ? null : { number: trialNumber, beganAt: trialBeganAt },
    takes: [firstTake, secondTake].filter((take) => take !== null),
    arrived: parts.map(({ position, part }) => ({ position, part })),
    result:
      finishedAt === null || outcome === null
        ? null
        : { at: finishedAt, outcome, reasons: [...(reasons ?? [])] },
  };
}

const partsOf = (dataSource: DataSource, { id, trialNumber }: Rehearsal) =>
  dataSource.getRepository(RehearsalPart).find({
    where: { rehearsalId: id, trialNumber },
    order: { position: 'ASC', part: 'ASC' },
  });

/** The newest that was judged; else the newest. */
export async function lastRehearsal(dataSource: DataSource, sittingId: string): Promise<Rehearsal | null> {
  const rows = dataSource.getRepository(Rehearsal);
  const order = { beganAt: 'DESC' } as const;
  const judged = await rows.findOne({ where: { sittingId, finishedAt: Not(IsNull()) }, order });
  return judged ?? rows.findOne({ where: { sittingId }, order });
}
