import { Exam } from '#models/exam';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';
import type { ProctoredConfig } from './settings';

/** The step that goes on, where it is an exam that runs elsewhere, as its flow has it. */
export async function proctoredStep(parts: Parts, sittingId: string) {
  const view = await readView(parts, sittingId);
  const step = view?.step?.kind === 'proctored' ? view.step : null;
  if (!view?.stepId || !step) throw new AppError('NOT_NOW', view ? { view } : undefined);
  const sitting = await parts.dataSource
    .getRepository(Sitting)
    .findOneOrFail({ where: { id: sittingId }, select: { id: true, flowVersionId: true } });
  const versionId = sitting.flowVersionId ?? '';
  return { view: step, versionId, config: await stepOf(parts, versionId, view.stepId) };
}

/** @throws AppError NOT_FOUND */
export async function stepOf(
  { publishedFlow }: Pick<Parts, 'publishedFlow'>,
  versionId: string,
  stepId: string,
): Promise<ProctoredConfig> {
  const document = await publishedFlow(versionId).catch(() => null);
  const step = document?.steps.find(({ id }) => id === stepId);
  if (step?.kind !== 'proctored') throw new AppError('NOT_FOUND');
  return step;
}

/** @throws AppError NOT_FOUND */
export async function stepOfExam(parts: Parts, examId: string, stepId: string): Promise<ProctoredConfig> {
  const exam = await parts.dataSource.getRepository(Exam).findOneBy({ id: examId });
  if (!exam?.flowVersionId) throw new AppError('NOT_FOUND');
  return stepOf(parts, exam.flowVersionId, stepId);
}
