import { moreTexts } from '../../../i18n/start-texts';
import { wordedPage } from '../../parts/lazy-page';

const withWords = <T>(load: () => Promise<T>): Promise<T> =>
  Promise.all([load(), moreTexts('recording')]).then(([page]) => page);

/** Only exams with a recorded step fetch any of it. */
export const lateRecorder = {
  Recorder: wordedPage(() => withWords(async () => (await import('./TakeRecorder')).TakeRecorder)).Page,
  Second: wordedPage(() =>
    withWords(async () => (await import('../../second/SecondRecording')).SecondRecording),
  ).Page,
} as const;
