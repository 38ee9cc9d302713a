import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { closingMs, type InterviewScene, type InterviewState } from './state';

const UNDO_MS = 10_000;
type Answer = Outcome<InterviewState> | Refusal;

export const end = ({ state }: InterviewScene, reason: string | null, { at, by }: Moment): Answer => {
  if (state.ending) return refuse('ALREADY_DONE', { by: state.ending.by, at: state.ending.at });
  const ending = { by, at, undoUntil: at + UNDO_MS };
  return { state: { ...state, ending }, events: [event('interview.ending', { ...ending, reason })] };
};

export const undoEnd = ({ state }: InterviewScene, { at, by }: Moment): Answer => {
  if (!state.ending) return state.undone ? refuse('ALREADY_DONE', { ...state.undone }) : refuse('NOT_NOW');
  if (at > state.ending.undoUntil) return refuse('UNDO_EXPIRED', { closedAt: state.ending.undoUntil });
  return { state: { ...state, ending: null, undone: { by, at } }, events: [event('interview.end-undone')] };
};

/** The ending stands: the exam room is free again. */
export const over = (
  state: InterviewState,
  { by, at, cause }: NonNullable<Outcome<InterviewState>['ended']>,
): Outcome<InterviewState> => ({
  state: { ...state, ending: null },
  events: [event('interview.ended', { by, at, cause })],
  effects: [{ kind: 'tell-room', change: 'left', at, code: cause, seq: null }],
  done: 'done',
  ended: { by, at, cause },
});

/** A fresh clock of `ms`: what ran, stood still or was added before does not count for it. */
export const reopen = (
  { step, state }: InterviewScene,
  { ms, reason }: { readonly ms: number; readonly reason: string },
  { at }: Moment,
): Outcome<InterviewState> => ({
  state: {
    ...state,
    clock: { startedAt: at, totalMs: ms, closingMs: closingMs(step) },
    toldAt: null,
    ending: null,
  },
  events: [event('interview.reopened', { ms, reason })],
  effects: [{ kind: 'tell-room', change: 'entered', at, code: 'REOPENED', seq: null }],
});
