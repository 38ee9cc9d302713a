import type { RefusalText } from '../refusal-texts';

/** What a candidate may hear; loaded with his first page. */
export const refusalsFirst = {
  NOT_NOW: {
    what: 'It is not the time for this step. The page has been updated.',
    todo: 'Follow what the page says now.',
  },
  TOO_EARLY: {
    what: 'The doors are not open yet.',
    exactly: 'Doors open at {{opensAt}}.',
    todo: 'Plug your devices in; you can enter when the time has come.',
  },
  TOO_LATE: {
    what: 'The time for this step has passed.',
    exactly: 'This closed at {{closedAt}}.',
    todo: 'If something kept you, call the exam office.',
  },
  ALREADY_OVER: {
    what: 'This exam is over. Everything received is kept.',
    todo: 'You can see or print the receipt.',
  },
  ALREADY_DONE: {
    what: 'Somebody did this first; it was not done twice.',
    exactly: '{{by}} did this at {{at}}; it was not done twice.',
    todo: 'Look at the updated page, then decide.',
  },
  ROOM_CLOSED: { what: 'The room is not open now.', todo: 'Wait until it opens, or call the exam office.' },
  SEB_REQUIRED: {
    what: 'This exam runs in Safe Exam Browser only.',
    todo: 'The page says how to get it and starts it.',
  },
  SEB_KEY_WRONG: {
    what: 'Safe Exam Browser runs with another configuration or version.',
    todo: 'Start it again with the button on the page.',
  },
  REQUIREMENT_MISSING: {
    what: 'Something that this step needs is missing.',
    todo: 'Do what the page says; if that is not possible, ask a teacher.',
  },
  PLEDGE_CHANGED: {
    what: 'The pledge was updated; the one you saw is not the latest.',
    todo: 'Read it again, then agree.',
  },
  CHALLENGE_EXPIRED: {
    what: 'The time ran out. This cost no attempt.',
    todo: 'Start the face check again.',
  },
  NO_ATTEMPTS_LEFT: {
    what: 'All attempts at the face check are used. You can still take your exam.',
    todo: 'Go on to the next step; a teacher will look at your ID card later.',
  },
  STILL_COMPARING: {
    what: 'Your last pictures are still being checked.',
    todo: 'Wait a few seconds; the answer appears by itself.',
  },
  STILLS_MISSING: {
    what: 'The pictures did not reach the server. This cost no attempt.',
    todo: 'Take them again.',
  },
  NO_MORE_TIME: {
    what: 'The extra minute of this invitation was given already.',
    todo: 'Enter now; if you miss it, you only move back in the queue.',
  },
  SUPERSEDED: {
    what: 'Your exam is open on another device, so this page no longer counts.',
    exactly: 'Since {{since}} your exam is open on another device, so this page no longer counts.',
    todo: 'Go on with that device, or choose “Continue here”.',
  },
  POSITION_TAKEN: {
    what: 'Another device is using this camera position.',
    exactly: 'Another device is using this camera position; it was there at {{lastSeenAt}}.',
    todo: 'Go on with that device, or choose “Use this device instead”.',
  },
  PAIRING_EXPIRED: {
    what: 'This QR code or pairing code is no longer valid.',
    todo: 'Press “Connect second camera” on the first device and scan the new one.',
  },
  NO_SUCH_QUESTION: {
    what: 'There is no such question, or it was not sent out yet.',
    todo: 'Look at the updated list of questions.',
  },
  NOT_SIGNED_IN: { what: 'The session ended. Nothing is lost.', todo: 'Sign in again.' },
  NOT_ALLOWED: {
    what: 'This account cannot do that.',
    todo: 'Use an account that may, or call the exam office.',
  },
  NOT_FOUND: {
    what: 'What you wanted to open was not found.',
    todo: 'Check the exam code, the ticket number or the link.',
  },
  WRONG_CREDENTIALS: {
    what: 'Exam code, ticket number and passcode do not fit together.',
    todo: 'Compare them with your ticket; mind capitals and figures.',
  },
  SLOW_DOWN: {
    what: 'Too many tries; take a short break.',
    exactly: 'Too many tries. You can try again after {{retryAt}}.',
    todo: 'Try again later; if it is urgent, the exam office can unlock it.',
  },
  MALFORMED: {
    what: 'What was sent has the wrong form, so nothing was changed.',
    todo: 'Check the marked places, or open the page again and retry.',
  },
  NOT_AN_IMAGE: { what: 'This picture cannot be read.', todo: 'Take it again, or use a JPG or PNG file.' },
  TOO_LARGE: {
    what: 'The file is too large and was not taken.',
    todo: 'Take it again, or use a smaller file.',
  },
  NO_PAPER: {
    what: 'No paper has been placed in this exam yet.',
    todo: 'Stay on this page; the exam office is on it.',
  },
  CONFLICT: {
    what: 'Another page saved answers first.',
    todo: 'Wait a moment; the page puts both together.',
  },
  SHEETS_MISSING: {
    what: 'No set of sheets is complete yet.',
    todo: 'Photograph and confirm your sheets, or wait for the upload.',
  },
  TAKE_QUOTA_SPENT: {
    what: 'You have used all your re-recordings.',
    exactly: 'All {{quota}} re-recordings are used.',
    todo: 'What you recorded is kept: look at it, then confirm.',
  },
  SLICES_MISSING: {
    what: 'Nothing of this recording has reached the server yet.',
    todo: 'Keep the page open and confirm once it is uploaded.',
  },
  TOO_MANY_SHEETS: {
    what: 'There are more sheets than this paper takes.',
    exactly: 'This paper takes {{limit}} sheets at most.',
    todo: 'Leave out what is not needed and confirm again.',
  },
  WRONG_TYPE: {
    what: 'This file is not of the kind its name says, or cannot be a sheet.',
    todo: 'Take the picture again, or use JPG or PNG.',
  },
  TOO_MANY_PIXELS: {
    what: 'The picture is too large in size and was not taken.',
    todo: 'Choose a lower resolution and take it again.',
  },
  IMAGE_TRUNCATED: {
    what: 'The picture breaks off: only a part arrived.',
    todo: 'Upload it again, or take it again.',
  },
  IMAGE_UNREADABLE: { what: 'This picture cannot be read.', todo: 'Take it again, as JPG.' },
  DIGEST_DIFFERS: {
    what: 'What arrived differs from the picture on the phone.',
    todo: 'Upload this picture again.',
  },
  UNAVAILABLE: {
    what: 'The service is out of reach for the moment. Nothing received is lost.',
    todo: 'Try again shortly; sending it twice does not count twice.',
  },
  INTERNAL: {
    what: 'Something of ours broke and was recorded. What you have done is safe.',
    todo: 'Try again; if it happens once more, tell the office the reference under “Details”.',
  },
} as const satisfies Record<string, RefusalText>;
