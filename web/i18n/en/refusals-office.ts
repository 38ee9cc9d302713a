import type { RefusalText } from '../refusal-texts';

/** What only staff and the office may hear. */
export const refusalsOffice = {
  ROOM_OCCUPIED: {
    what: 'A candidate is still in the room, so nobody else can enter yet.',
    exactly: '{{by}} invited a candidate at {{at}}; the room is not free yet.',
    todo: 'Invite or reopen when the room is free.',
  },
  CANDIDATE_AWAY: {
    what: 'The candidate asked for a few minutes and cannot be invited.',
    exactly: 'The candidate asked for a few minutes and cannot be invited before {{until}}.',
    todo: 'Invite the next one, or let the officer call in.',
  },
  MUST_BE_CALLED: {
    what: 'The candidate missed two invitations.',
    todo: 'Let the officer talk to the candidate first, then call in.',
  },
  REASON_NEEDED: {
    what: 'This needs a reason in words, which is recorded.',
    todo: 'Write the reason, then try again.',
  },
  SECOND_PERSON_NEEDED: {
    what: 'This decision needs a second person; it cannot be the same one.',
    todo: 'Let another member of staff sign in and confirm it.',
  },
  UNDO_EXPIRED: {
    what: 'The ten seconds for taking it back are over.',
    todo: 'If needed, the chief examiner or the office can reopen this exam.',
  },
  SCORE_SEALED: {
    what: 'These scores were handed in. They can be read, not changed.',
    todo: 'If a correction is needed, call the exam office.',
  },
  SCORE_INCOMPLETE: {
    what: 'Some criteria have no number, or one outside its range.',
    todo: 'Complete the marked ones, then hand in.',
  },
  RESULTS_OPEN: {
    what: 'Score sheets, signatures or identity checks are still missing.',
    todo: 'See what the page lists.',
  },
  RESULTS_CHANGED: {
    what: 'The results have just changed, and nothing was signed.',
    todo: 'Look at them again, then sign.',
  },
  RESULTS_RELEASED: {
    what: 'The results are out and cannot be changed any more.',
    todo: 'If something is wrong, tell the exam office.',
  },
  PAPER_FAULTY: {
    what: 'The paper has faults and was not kept.',
    todo: 'Correct the marked places and upload it again.',
  },
  PAPER_UNFIT: {
    what: 'This paper does not fit this step.',
    todo: 'Answering on screen needs a paper of questions; choose another.',
  },
  FLOW_FAULTY: {
    what: 'The flow file has faults, so nothing was published.',
    todo: 'Correct the marked lines, then publish.',
  },
  VERSION_PUBLISHED: { what: 'A published version is never changed.', todo: 'Save it as the next version.' },
  FORM_FAULTY: {
    what: 'Something that was filled in is wrong. Nothing was saved.',
    todo: 'Change what is marked below each field.',
  },
  EXAM_NOT_READY: {
    what: 'The exam cannot open yet.',
    todo: 'Put right what the checklist names, then open it.',
  },
  EXAM_UNDER_WAY: {
    what: 'Candidates have begun, and this change would touch them. Nothing was changed.',
    todo: 'Wait until they are done, or change other things only.',
  },
  ROSTER_FAULTY: {
    what: 'The roster has faults. Nothing was imported.',
    todo: 'Correct the lines that are listed, then choose the file again.',
  },
} as const satisfies Record<string, RefusalText>;
