import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { CLOSING_MS, end, type ProctoredScene, type ProctoredState } from './state';

type Answer = Outcome<ProctoredState> | Refusal;

export const endByStaff = ({ state }: ProctoredScene, moment: Moment): Answer =>
  state.ended
    ? refuse('ALREADY_DONE', { by: state.ended.by, at: state.ended.at })
    : end(state, moment, 'staff');

export const undoEnd = ({ state }: ProctoredScene, { at, by }: Moment): Answer => {
  const { ended, undone } = state;
  if (!ended) return undone ? refuse('ALREADY_DONE', { ...undone }) : refuse('NOT_NOW');
  if (ended.undoUntil === null) return refuse('NOT_NOW');
  if (at > ended.undoUntil) return refuse('UNDO_EXPIRED', { closedAt: ended.undoUntil });
  return { state: { ...state, ended: null, undone: { by, at } }, events: [event('proctored.end-undone')] };
};

/** Asked again once the room was shown, it is a new request; before, somebody else was first. */
export const askForRoom = ({ state }: ProctoredScene, { at, by }: Moment): Answer => {
  const { scan, ended } = state;
  if (ended) return refuse('NOT_NOW');
  if (scan && scan.shownAt === null) return refuse('ALREADY_DONE', { by: scan.by, at: scan.askedAt });
  return {
    state: { ...state, scan: { askedAt: at, by, shownAt: null } },
    events: [event('proctored.room-asked')],
  };
};

/** A fresh clock of `ms`: what ran, stood still or was added before does not count for it. */
export const reopen = (
  { state }: ProctoredScene,
  { ms, reason }: { readonly ms: number; readonly reason: string },
  { at, by }: Moment,
): Answer => ({
  state: {
    ...state,
    began: state.began ?? { at, by, client: null, screen: false },
    clock: { startedAt: at, totalMs: ms, closingMs: CLOSING_MS },
    toldAt: null,
    ended: null,
  },
  events: [event('proctored.reopened', { ms, reason })],
});
