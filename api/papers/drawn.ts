import type { Answer } from '#protocol/paper.schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import type { PaperContents } from './content';
import { createDraws } from './draw';
import { openPaper } from './opened';

interface Of {
  readonly sittingId: string;
  readonly examId: string;
  readonly stepId: string;
  readonly now: number;
}
const MOST_REMEMBERED = 5_000;

/** Papers by whose they are: drawn once, and never before they open. */
export function createDrawn({ dataSource }: Pick<Parts, 'dataSource'>, contents: PaperContents) {
  const draw = createDraws(dataSource);
  const opened = new Set<string>();

  /** @throws AppError NO_PAPER */
  const read = async (of: Of) => {
    const paperId = await draw(of);
    if (paperId === null) throw new AppError('NO_PAPER');
    return contents.read(paperId);
  };

  /** Nobody draws a paper, nor learns what its questions are called, before it is his. @throws AppError NOT_NOW */
  const demandOpened = async ({ sittingId, stepId, now }: Of) => {
    const name = `${sittingId}/${stepId}`;
    if (opened.has(name)) return;
    const open = await openPaper(dataSource, sittingId, now);
    if (open.stepId !== stepId || open.mode !== 'online') throw new AppError('NOT_NOW');
    if (opened.size >= MOST_REMEMBERED) opened.clear();
    opened.add(name);
  };

  /** @throws AppError NO_SUCH_QUESTION, also for an answer of another kind than its question; NOT_NOW, NO_PAPER */
  const demandQuestions = async (of: Of, changes: Readonly<Record<string, Answer>>) => {
    await demandOpened(of);
    const { content } = await read(of);
    for (const [question, { value }] of Object.entries(changes)) {
      const kind = content.form === 'questions' ? content.kinds.get(question) : undefined;
      if (kind === undefined || (value !== null && value.kind !== kind))
        throw new AppError('NO_SUCH_QUESTION', { question });
    }
  };

  return { read, demandQuestions };
}
