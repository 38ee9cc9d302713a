import type { Texts } from '../texts';
import type { results as zh } from '../zh/results';

export const results: Texts<typeof zh> = {
  title: 'Results',
  back: 'Back to the room',
  again: 'Refresh',
  print: 'Print',
  loading: 'Loading the results…',
  empty: 'There are no candidates in this room yet.',
  rule: {
    plain: "The result is the mean of the examiners' totals, to two decimals.",
    drop: 'From {{from}} sheets on, the highest and the lowest total are left out; the result is the mean of the others, to two decimals.',
    apart: 'Where totals differ by more than {{points}} points, the panel checks before anybody signs.',
  },
  columns: {
    ticket: 'Ticket',
    name: 'Name',
    state: 'State',
    mean: 'Result',
    spread: 'Spread',
    sheets: 'Examiners',
  },
  state: {
    absent: 'Not begun',
    'under-way': 'Under way',
    'sheets-missing': '{{sealed}} of {{all}} in',
    complete: 'Complete',
    'not-scored': 'Not scored',
  },
  apart: 'Far apart',
  dropped: 'left out',
  corrected: 'Corrected: {{reason}}',
  recused: 'Recused: {{names}}',
  identity: 'Identity open',
  open: '{{count}} candidates have not ended or lack sheets, so nobody can sign yet.',
  sign: 'Confirm and sign',
  signQuestion:
    'By signing you say that you have checked the results of the {{count}} candidates of this room. A later correction has to be signed again.',
  signed: '{{name}} signed at {{time}}',
  void: '{{name}} signed at {{time}}; something was corrected since, and has to be signed again',
  unsigned: 'Not signed yet',
  release: 'Release results',
  releaseQuestion:
    'After this nothing can be corrected. It needs the signatures of chair and secretary in every room.',
  released: 'Released by {{name}} at {{time}}',
  why: {
    sheets: 'score sheets are missing',
    signatures: 'a room is not signed',
    identity: 'an identity check is open',
  },
  and: ', ',
  notYet: 'Not yet: {{why}}.',
  export: 'Export spreadsheet',
};
