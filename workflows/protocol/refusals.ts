/**
 * Every typed "no" of the hall. A refusal is a value: it costs nothing, changes nothing and may be asked again.
 * Each code says what happened and what the client does about it; its sentences are in `web/i18n`.
 */
export const refusalCodes = [
  /** The command belongs to another step or state. The client shows the fresh view that comes with it. */
  'NOT_NOW',
  /** Received before the exam's doors open. `details.opensAt`; the page counts down to it. */
  'TOO_EARLY',
  /** Received after the deadline and its grace, or after entry closed. `details.closedAt`; shows the office's number. */
  'TOO_LATE',
  /** The sitting is closed and holds its receipt. The page shows the receipt. */
  'ALREADY_OVER',
  /** Somebody else did this first. `details.by`, `details.at`; the console names him. */
  'ALREADY_DONE',
  /** The exam room is taken. `details.sittingId`, `details.by`, `details.at`; wait until it is free. */
  'ROOM_OCCUPIED',
  /** The room is closed or not open yet. */
  'ROOM_CLOSED',
  /** The candidate asked for some minutes and holds his invitation. `details.until`; a call-in overrides it. */
  'CANDIDATE_AWAY',
  /** Two invitations were missed: the officer talks to the candidate first, then calls him in. */
  'MUST_BE_CALLED',
  /** Inviting out of order, waiving, extending or reopening wants a reason in words. */
  'REASON_NEEDED',
  /** This exam runs in Safe Exam Browser only. The page says how to get it and starts it. */
  'SEB_REQUIRED',
  /** Safe Exam Browser runs with another configuration or version than this exam's. Start it by the page's button. */
  'SEB_KEY_WRONG',
  /** A requirement of the step is not met and not waived. `details.lacks` names them. */
  'REQUIREMENT_MISSING',
  /** The pledge on the screen is not the one of the flow. Load it again and read it. */
  'PLEDGE_CHANGED',
  /** The face check's time ran out or its nonce is of another attempt. It cost no attempt; begin again. */
  'CHALLENGE_EXPIRED',
  /** All attempts at the face check are used. Go on: a person will look. */
  'NO_ATTEMPTS_LEFT',
  /** Pictures of this attempt are still being compared. Wait for the answer. */
  'STILL_COMPARING',
  /** The stills named by the command are not on the server or not of this sitting. Take them again. */
  'STILLS_MISSING',
  /** The extra minute of this invitation was given already. */
  'NO_MORE_TIME',
  /** Another device took this position over. `details.since`; offer to take it back. */
  'SUPERSEDED',
  /** The position is held by a living device. `details.lastSeenAt`; taking over is an explicit second step. */
  'POSITION_TAKEN',
  /** The pairing link or code is used up, expired or wrong. Show a fresh one on the first device. */
  'PAIRING_EXPIRED',
  /** A decision of this weight needs a second person, and this is the same one. */
  'SECOND_PERSON_NEEDED',
  /** The ten seconds in which an ending can be taken back are over. Reopen instead. */
  'UNDO_EXPIRED',
  /** A question that this exam does not have, or one that was not dispatched to this candidate. */
  'NO_SUCH_QUESTION',
  /** The score sheet is sealed; it can be read but not changed. */
  'SCORE_SEALED',
  /** Criteria without a number, or a number outside its range. `details.criteria` names them. */
  'SCORE_INCOMPLETE',
  /** Not everything is in yet. `details.why` says what is missing; the page lists it. */
  'RESULTS_OPEN',
  /** The results are not those that were looked at. Look at them again, then sign. */
  'RESULTS_CHANGED',
  /** The results are out: nothing of them changes any more. */
  'RESULTS_RELEASED',
  /** Not signed in, or the session ended. Sign in again; nothing is lost. */
  'NOT_SIGNED_IN',
  /** Signed in, but this is not for this person. */
  'NOT_ALLOWED',
  /** No such exam, ticket, room, sitting or page, or it is another's. */
  'NOT_FOUND',
  /** Exam code, ticket number or passcode do not fit together. */
  'WRONG_CREDENTIALS',
  /** Too many tries. `details.retryAt`; staff can unlock. */
  'SLOW_DOWN',
  /** The request is not of the endpoint's shape. `details.issues` lists path and message. */
  'MALFORMED',
  /** The picture cannot be read as JPEG, PNG or WebP. Take it again. */
  'NOT_AN_IMAGE',
  /** The upload has more bytes or pixels than are taken. `details.limit`. */
  'TOO_LARGE',
  /** No paper is attached to this step yet. The page waits; staff attach one. */
  'NO_PAPER',
  /** Another page or device saved in between. `details.saved` is the server's state: merge by question, save again. */
  'CONFLICT',
  /** No set of sheets is complete yet. Photograph and confirm them, or wait for the upload. */
  'SHEETS_MISSING',
  /** More sheets than the paper takes. `details.limit`; leave some out. */
  'TOO_MANY_SHEETS',
  /** The file is an image, but not the one it was announced as, or of a kind that is not taken. `details.found`. */
  'WRONG_TYPE',
  /** The picture has more pixels than are taken. `details.limit`; take it with a lower resolution. */
  'TOO_MANY_PIXELS',
  /** The picture breaks off. Upload it again, or take it again. */
  'IMAGE_TRUNCATED',
  /** The picture is of a known kind but cannot be decoded. Take it again, as JPEG. */
  'IMAGE_UNREADABLE',
  /** The quota of takes is used up. `details.quota`; the button is off and says so, and what is recorded stays. */
  'TAKE_QUOTA_SPENT',
  /** Nothing of this take has reached the server yet. Wait for the upload, then confirm. */
  'SLICES_MISSING',
  /** What arrived is not what was announced by its digest. Upload it again. */
  'DIGEST_DIFFERS',
  /** The paper file has faults. `details.faults` lists place and message. */
  'PAPER_FAULTY',
  /** This paper cannot be had with this step: questions on a sheet of paper are fine, a PDF has nothing to answer on screen. */
  'PAPER_UNFIT',
  /** The flow file has faults. `details.faults` lists line, path and message. */
  'FLOW_FAULTY',
  /** A published version is never changed; publish the next one. */
  'VERSION_PUBLISHED',
  /** What was filled in has faults. `details.faults` lists field and message; nothing was stored. */
  'FORM_FAULTY',
  /** Something keeps the exam from opening. `details.obstacles` names it; the checklist shows where to put it right. */
  'EXAM_NOT_READY',
  /** Sittings of this exam have begun, and the change would touch them. `details.fields` says what of it. */
  'EXAM_UNDER_WAY',
  /** The roster has faults. `details.faults` lists row, column and message; nothing was imported. */
  'ROSTER_FAULTY',
  /** A part of ours is away. Safe to repeat with the same command id; `details.receipt` keeps the first time stamp. */
  'UNAVAILABLE',
  /** A defect of ours. It is recorded under the request id; the sitting is unharmed. */
  'INTERNAL',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A typed no. `details` holds only ids, codes and epoch-ms times: it may end up in a history. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const refuse = (refused: RefusalCode, details?: Refusal['details']): Refusal =>
  details ? { refused, details } : { refused };

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
