import type { Handlers } from '../call';
import { findExam } from '../office/exams/present-exam';
import { importRoster } from '../office/roster/import-roster';
import { putPhotos, readPhotos } from '../office/roster/photos';
import { readRoster } from '../office/roster/read-roster';
import { issueSlips, readDayList, revealPhone } from '../office/roster/slips';
import type { Parts } from '../parts';

type Names =
  'checkRoster' | 'importRoster' | 'dayList' | 'revealPhone' | 'issueSlips' | 'putPhotos' | 'readPhotos';

export const officeRosterRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  return {
    checkRoster: async ({ params: { examId }, query, body: bytes }) => {
      await findExam(dataSource, examId);
      return (await readRoster(dataSource, { examId, ...query, bytes })).reading;
    },
    importRoster: async ({ params: { examId }, query, body: bytes, who: by, receivedAt: at, gone }) =>
      importRoster(parts, { examId, ...query, bytes }, { by, at, gone }),
    dayList: async ({ params: { roomId } }) => readDayList(parts, roomId),
    revealPhone: async ({ params: { sittingId }, who: by, receivedAt: at, gone }) =>
      revealPhone(parts, sittingId, { by, at, gone }),
    issueSlips: async ({ params: { roomId }, body, who: by, receivedAt: at, gone }) =>
      issueSlips(parts, roomId, body.sittingIds, { by, at, gone }),
    putPhotos: async ({ params: { examId }, query, body: bytes, who: by, receivedAt: at, gone }) =>
      putPhotos(parts, { examId, fileName: query.filename, bytes }, { by, at, gone }),
    readPhotos: async ({ params: { examId } }) => ({ batches: await readPhotos(dataSource, examId) }),
  };
};
