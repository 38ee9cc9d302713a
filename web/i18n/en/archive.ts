import type { Texts } from '../texts';
import type { archive as zh } from '../zh/archive';

export const archive: Texts<typeof zh> = {
  title: 'Archives',
  exams: 'Exams',
  lead: 'An archive is one text file with all that is kept of an exam: what happened, orders, messages, score sheets and pictures. The hash of each line covers the line before it, so a line that was changed, added or taken away is found.',
  check:
    'To check one, run this in the folder of the system; the head that it prints must be the one registered below.',
  take: 'Download archive',
  none: 'There are no exams yet.',
  loading: 'Loading…',
  progress: '{{begun}} began, {{ended}} ended',
  closes: 'Ends {{time}}',
  early: 'Some candidates have not ended yet: an archive taken now is not complete.',
  nothing: 'Nobody has begun yet, so there is nothing to archive.',
  taken: 'Registered archives',
  notTaken: 'None was taken yet. Once a download is complete, its head is registered here.',
  by: '{{time}} {{name}}',
  lines: '{{count}} lines',
  oneSitting: 'One candidate',
  head: 'Head',
};
