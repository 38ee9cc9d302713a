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
  const found = [...questionsOf(document), ...recordedOf(document)].find(({ id }) => id === questionId);
  if (!found) throw new AppError('NO_SUCH_QUESTION');
  const { id, title, text = null } = found;
  const pdf = 'pdf' in found ? found.pdf : undefined;
  const pdfUrl = pdf ? addressOf(parts.env, questionPdfKey(flowVersionId, pdf), now) : null;
  return { id, title, text, pdfUrl };
}

export const questionsOf = (document: FlowDocument) =>
  document.steps.flatMap((step) => (step.kind === 'interview' ? step.questions : []));

const recordedOf = (document: FlowDocument) =>
  document.steps.flatMap((step) => (step.kind === 'recording' ? step.questions : []));

/** Dispatched in an interview, or shown in a recorded exam. Null in a step that has none. */
const shownIn = (step: NonNullable<Awaited<ReturnType<typeof readView>>>['step']) => {
  if (step?.kind === 'interview') return step.questions.map(({ id }) => id);
  if (step?.kind !== 'recording') return null;
  return step.questions.flatMap(({ id, shownAt }) => (shownAt === null ? [] : [id]));
};

/** @throws AppError NOT_NOW outside of steps with questions, NO_SUCH_QUESTION for what was not shown to him */
export async function readQuestion(
  parts: Parts,
  { sittingId, questionId, now }: { sittingId: string; questionId: string; now: number },
) {
  const view = await readView(parts, sittingId);
  const shown = shownIn(view?.step ?? null);
  if (!shown) throw new AppError('NOT_NOW', view ? { view } : undefined);
  if (!shown.includes(questionId)) throw new AppError('NO_SUCH_QUESTION');
  const sitting = await parts.dataSource
    .getRepository(Sitting)
    .findOneOrFail({ where: { id: sittingId }, select: { id: true, flowVersionId: true } });
  const flowVersionId = sitting.flowVersionId ?? '';
  const document = await parts.publishedFlow(flowVersionId);
  return presentQuestion(parts, { document, flowVersionId, questionId, now });
}
