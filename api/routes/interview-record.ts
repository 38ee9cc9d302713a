import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import { collectSheets } from '../interview-record/collect-sheets';
import { readNotes, writeNote } from '../interview-record/notes';
import type { Parts } from '../parts';

type Names = 'readNotes' | 'writeNote' | 'collectSheets';

export const interviewRecordRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  return {
    readNotes: async ({ who, params }) => ({ notes: await readNotes(dataSource, who, params.sittingId) }),

    writeNote: async ({ who, params, body, receivedAt: at }) =>
      writeNote(dataSource, who, { ...body, sittingId: params.sittingId, at }),

    collectSheets: async ({ who, place, receivedAt: at }) => {
      const { roomId, examId, sittingId } = place;
      if (roomId === null) throw new AppError('NOT_FOUND');
      await audit(dataSource, { by: who, at, action: 'score.collect', subject: roomId });
      return collectSheets(parts, { roomId, examId, sittingId });
    },
  };
};
