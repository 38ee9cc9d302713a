import type { Texts } from '../texts';
import type { video as zh } from '../zh/video';

export const video = {
  bridge: 'The video server has not answered since {{time}}.',
  people: '{{count}} people cannot join the video.',
  meaning:
    'Exams and clocks go on; only picture and sound may be missing. Over direct connections the video is back in seconds, without reloading.',
  others: 'Ask a colleague who may do so to confirm it at his console.',
  move: 'Move the room to direct connections',
  moved:
    '{{name}} moved the video of the room to direct connections at {{time}}. The next candidate begins on the video server again.',
  alone:
    '{{name}} could not join the video server and was moved to direct connections at {{time}}. Exam and clock go on.',
  candidate: 'The video line was changed for you; it is back in seconds.',
  candidateNote: 'Your exam and your clock go on. There is nothing to do.',
} satisfies Texts<typeof zh>;
