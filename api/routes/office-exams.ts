import type { Handlers } from '../call';
import { changeExam, createExam, postpone, setState } from '../office/exams/change-exam';
import { historyOf } from '../office/exams/history';
import { listExamsOf, presentExam } from '../office/exams/present-exam';
import { setRooms } from '../office/exams/set-rooms';
import type { Parts } from '../parts';

type Names =
  | 'listExams'
  | 'createExam'
  | 'readExam'
  | 'changeExam'
  | 'setRooms'
  | 'postponeExam'
  | 'setExamState'
  | 'examHistory';

export const officeExamRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  const present = (examId: string, now: number) => presentExam(dataSource, examId, now);

  return {
    listExams: async ({ who }) => ({ exams: await listExamsOf(dataSource, who) }),
    createExam: async ({ body, who: by, receivedAt: at, gone }) =>
      present(await createExam(parts, body, { by, at, gone }), at),
    readExam: async ({ params: { examId }, receivedAt }) => present(examId, receivedAt),
    changeExam: async ({ params: { examId }, body, who: by, receivedAt: at, gone }) => {
      await changeExam(parts, examId, body, { by, at, gone });
      return present(examId, at);
    },
    setRooms: async ({ params: { examId }, body, who: by, receivedAt: at, gone }) => {
      await setRooms(parts, examId, body.rooms, { by, at, gone });
      return present(examId, at);
    },
    postponeExam: async ({ params: { examId }, body, who: by, receivedAt: at, gone }) => {
      await postpone(parts, examId, body, { by, at, gone });
      return present(examId, at);
    },
    setExamState: async ({ params: { examId }, body, who: by, receivedAt: at, gone }) => {
      await setState(parts, examId, body.state, { by, at, gone });
      return present(examId, at);
    },
    examHistory: async ({ params: { examId } }) => ({ entries: await historyOf(dataSource, examId) }),
  };
};
