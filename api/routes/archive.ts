import { archiveOf } from '../archive/exam-archive';
import { listArchivedExams } from '../archive/list-archives';
import type { Handlers } from '../call';
import type { Parts } from '../parts';

type Names = 'listArchivedExams' | 'takeExamArchive' | 'takeSittingArchive';

export const archiveRoutes = (parts: Parts): Handlers<Names> => ({
  listArchivedExams: async ({ who }) => listArchivedExams(parts, who),

  takeExamArchive: async ({ who: by, params: { examId }, receivedAt: at }) =>
    archiveOf(parts, { examId, sittingId: null }, { by, at }),

  takeSittingArchive: async ({ who: by, params: { sittingId }, place: { examId }, receivedAt: at }) =>
    archiveOf(parts, { examId, sittingId }, { by, at }),
});
