import type { Texts } from '../texts';
import type { secretary as zh } from '../zh/secretary';

export const secretary: Texts<typeof zh> = {
  title: 'Interview record',
  console: 'Room',
  loading: 'Opening',
  candidates: 'Candidates',
  choose: 'Choose a candidate.',
  record: 'Interview record of {{name}}',
  empty: 'Nothing written yet. Every line carries its time and stays: correct a mistake by another line.',
  placeholder: 'What was asked, what was answered',
  add: 'Write down',
  notSaved: 'Not saved yet, trying again',
  sheets: 'Score sheets',
  sheetsNote: 'Before sealing only that a sheet was begun is shown; points are shown once it is sealed.',
  none: 'Not begun',
  open: 'Scoring',
  sealed: 'Sealed {{total}} / {{max}}',
  inAll: '{{sealed}} / {{all}} sealed',
  stale: 'The sheets are not being renewed at the moment.',
};
