import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import type { CommandAnswer } from '#workflows/messages';
import { AppError } from '../errors';
import type { Parts } from '../parts';

/**
 * The workflow is gone, or never was: a repeat gets its first answer from the record.
 * @throws AppError ALREADY_OVER, or NOT_NOW before the sitting began
 */
export async function answerOfThePast(
  { dataSource }: Pick<Parts, 'dataSource'>,
  sittingId: string,
  commandId: string,
): Promise<CommandAnswer> {
  const recorded = await dataSource.getRepository(RecordedChangeRow).findOneBy({ sittingId, commandId });
  if (recorded?.answer) return JSON.parse(recorded.answer) as CommandAnswer;
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: sittingId }, select: { id: true, endedAt: true, staffView: true } });
  const view = sitting?.staffView?.view;
  if (sitting?.endedAt) throw new AppError('ALREADY_OVER', { at: sitting.endedAt, ...(view && { view }) });
  throw new AppError('NOT_NOW');
}
