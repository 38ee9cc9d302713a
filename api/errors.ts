import type { RefusalCode } from '#protocol/refusals';

/** HTTP status of every refusal. Clients go by the code; the status is for proxies, logs and metrics. */
export const statusOf = {
  NOT_NOW: 409,
  TOO_EARLY: 409,
  TOO_LATE: 409,
  ALREADY_OVER: 409,
  ALREADY_DONE: 409,
  ROOM_OCCUPIED: 409,
  ROOM_CLOSED: 409,
  CANDIDATE_AWAY: 409,
  MUST_BE_CALLED: 409,
  REASON_NEEDED: 422,
  SEB_REQUIRED: 403,
  SEB_KEY_WRONG: 403,
  REQUIREMENT_MISSING: 409,
  PLEDGE_CHANGED: 409,
  CHALLENGE_EXPIRED: 409,
  NO_ATTEMPTS_LEFT: 409,
  STILL_COMPARING: 409,
  STILLS_MISSING: 409,
  NO_MORE_TIME: 409,
  SUPERSEDED: 409,
  POSITION_TAKEN: 409,
  PAIRING_EXPIRED: 410,
  SECOND_PERSON_NEEDED: 409,
  UNDO_EXPIRED: 409,
  NO_SUCH_QUESTION: 404,
  SCORE_SEALED: 409,
  SCORE_INCOMPLETE: 422,
  RESULTS_OPEN: 409,
  RESULTS_CHANGED: 409,
  RESULTS_RELEASED: 409,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  WRONG_CREDENTIALS: 401,
  SLOW_DOWN: 429,
  MALFORMED: 400,
  NOT_AN_IMAGE: 415,
  TOO_LARGE: 413,
  NO_PAPER: 409,
  CONFLICT: 409,
  SHEETS_MISSING: 409,
  TAKE_QUOTA_SPENT: 409,
  SLICES_MISSING: 409,
  TOO_MANY_SHEETS: 422,
  WRONG_TYPE: 415,
  TOO_MANY_PIXELS: 413,
  IMAGE_TRUNCATED: 422,
  IMAGE_UNREADABLE: 422,
  DIGEST_DIFFERS: 422,
  PAPER_FAULTY: 422,
  PAPER_UNFIT: 409,
  FLOW_FAULTY: 422,
  VERSION_PUBLISHED: 409,
  FORM_FAULTY: 422,
  EXAM_NOT_READY: 409,
  EXAM_UNDER_WAY: 409,
  ROSTER_FAULTY: 422,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Record<RefusalCode, number>;

/** What the outside may learn of a refusal: ids, codes and times. */
export type Details = Readonly<Record<string, unknown>>;

/** A typed no on its way out. Compared by `code`, never by message. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: RefusalCode,
    readonly details?: Details,
    options?: { readonly cause?: unknown },
  ) {
    super(code, options);
  }

  get status(): number {
    return statusOf[this.code];
  }
}

export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && 'code' in error;
