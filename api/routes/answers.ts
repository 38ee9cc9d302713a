import { AnswerSheet } from '#models/answer-sheet';
import { Sitting } from '#models/sitting';
import type { RoomPlace } from '../access/places';
import { createHistory } from '../answers/history';
import { findSheet, saveAnswers, shownOf } from '../answers/save';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { PaperContents } from '../papers/content';
import { createDrawn } from '../papers/drawn';
import { markPdf } from '../papers/mark-pdf';
import { openPaper } from '../papers/opened';
import { presentPaper } from '../papers/present';
import { readProgress } from '../papers/progress';
import { readAnswersOf } from '../papers/read-answers';
import type { Parts } from '../parts';

type Own = 'readPaper' | 'readPaperPdf' | 'readAnswers' | 'saveAnswers';
type Staff = 'roomPapers' | 'readSittingAnswers';

/** One save every two seconds, and as many again for hurried pages. */
const SAVES = { most: 60, perMs: 60_000 } as const;

/** A candidate's own paper, and what he writes on it. */
export const answerRoutes = (parts: Parts, contents: PaperContents): Handlers<Own> => {
  const { dataSource } = parts;
  const drawn = createDrawn(parts, contents);
  const keep = createHistory(dataSource);

  return {
    readPaper: async ({ who: { sittingId }, receivedAt: now }) => {
      const { examId, stepId, mode, ticket } = await openPaper(dataSource, sittingId, now);
      const { paper, content } = await drawn.read({ sittingId, examId, stepId, now });
      const sheet = mode === 'online' ? await findSheet(dataSource, { sittingId, stepId }) : null;
      const shown = presentPaper(parts, { stepId, paper, content, now });
      return { serverTime: parts.clock(), ticket, paper: shown, saved: sheet && shownOf(sheet) };
    },

    readPaperPdf: async ({ who: { sittingId }, receivedAt: now }) => {
      const { examId, stepId, ticket } = await openPaper(dataSource, sittingId, now);
      const { paper, content } = await drawn.read({ sittingId, examId, stepId, now });
      if (content.form !== 'pdf' || !paper.mark) throw new AppError('NO_PAPER');
      return { type: 'application/pdf', bytes: markPdf(content.bytes, paper.mark, ticket) };
    },

    readAnswers: async ({ who: { sittingId } }) => {
      const sitting = await dataSource
        .getRepository(Sitting)
        .findOne({ where: { id: sittingId }, select: { id: true, paperStep: true } });
      const stepId = sitting?.paperStep;
      if (!stepId) throw new AppError('NOT_NOW');
      const sheet = await dataSource.getRepository(AnswerSheet).findOneBy({ sittingId, stepId });
      return sheet ? shownOf(sheet) : { stepId, revision: 0, savedAt: null, answers: {} };
    },

    saveAnswers: async ({ who: { sittingId, examId }, body, receivedAt: now, logger }) => {
      const { stepId, changes } = body;
      await parts.throttle.spend(`saves:${sittingId}`, SAVES.most, SAVES.perMs);
      await drawn.demandQuestions({ sittingId, examId, stepId, now }, changes);
      const saved = await saveAnswers(dataSource, { sittingId, receivedAt: now, ...body });
      // What is acknowledged is saved; its history may be late.
      keep({ sittingId, stepId, now }).catch((error: unknown) =>
        logger.warn({ err: error }, 'a revision was not kept'),
      );
      return { ...saved, serverTime: parts.clock() };
    },
  };
};

/** What staff see of papers that are written. */
export const answerDeskRoutes = (parts: Parts, contents: PaperContents): Handlers<Staff> => ({
  roomPapers: async ({ params: { stepId }, place }) => readProgress(parts, place as RoomPlace, stepId),

  readSittingAnswers: async ({ params, query: { revision }, who, receivedAt: now }) => {
    const { sittingId: subject, stepId } = params;
    const details = { stepId, ...(revision && { revision }) };
    await audit(parts.dataSource, { by: who, at: now, action: 'answers.read', subject, details });
    return readAnswersOf(parts, contents, { ...params, revision, now });
  },
});
