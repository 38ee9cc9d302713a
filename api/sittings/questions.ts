import type { FlowDocument } from '#protocol/flow.schema';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import { addressOf } from '../files';
import { questionPdfKey } from '../flows/published-flows';
import type { Parts } from '../parts';
import { readView } from './home';

/** A question as its reader sees it: text, or the short-lived address of its PDF. */
export function presentQuestion(
  parts: Parts,
  given: { document: FlowDocument; flowVersionId: string; questionId: string; now: number },
) {
  const { document, flowVersionId, questionId, now } = given;
  const found = questionsOf(document).find(({ id }) => id === questionId);
  if (!found) throw new AppError('NO_SUCH_QUESTION');
  const { id, title, text = null, pdf } = found;
  const pdfUrl = pdf ? addressOf(parts.env, questionPdfKey(flowVersionId, pdf), now) : null;
  return { id, title, text, pdfUrl };
}

export const questionsOf = (document: FlowDocument) =>
  document.steps.flatMap((step) => (step.kind === 'interview' ? step.questions : []));

/** @throws AppError NOT_NOW outside of the interview, NO_SUCH_QUESTION for what was not dispatched to him */
export async function readQuestion(
  parts: Parts,
  { sittingId, questionId, now }: { sittingId: string; questionId: string; now: number },
) {
  const view = await readView(parts, sittingId);
  if (view?.step?.kind !== 'interview') throw new AppError('NOT_NOW', view ? { view } : undefined);
  if (!view.step.questions.some(({ id }) => id === questionId)) throw new AppError('NO_SUCH_QUESTION');
  const sitting = await parts.dataSource
    .getRepository(Sitting)
    .findOneOrFail({ where: { id: sittingId }, select: { id: true, flowVersionId: true } });
  const flowVersionId = sitting.flowVersionId ?? '';
  const document = await parts.publishedFlow(flowVersionId);
  return presentQuestion(parts, { document, flowVersionId, questionId, now });
}
