import type { SittingInput } from '../messages';
import type { Moment } from '../protocol/machine';
import { refuse, type Refusal } from '../protocol/refusals';
import { hasFallenBack, openedAt, openStageOf, type StageMark } from '../protocol/video';
import type { VideoFallback } from '../protocol/views.schema';
import { stamped } from './settle';
import type { Change, SittingState } from './state';
import { candidateView } from './view';

type Cause = VideoFallback['cause'];

/** One stage leaves its video provider, once. Clock, positions and what was recorded stay as they are. */
export const fallBack = (
  input: SittingInput,
  state: SittingState,
  { stage, generation, cause }: StageMark & { readonly cause: Cause },
  moment: Moment,
): Change | Refusal => {
  if (state.over) return refuse('ALREADY_OVER', { at: state.over.at });
  const open = openStageOf(candidateView(input, state, moment.seenAt));
  if (open?.stage !== stage || open.generation !== generation) return refuse('NOT_NOW');
  return move(input, state, open, cause, moment);
};

/** Staff moved the whole room: the stage that is open here goes with it, and one that opens later tries again. */
export const fallBackWithRoom = (input: SittingInput, state: SittingState, moment: Moment): Change => {
  const view = candidateView(input, state, moment.seenAt);
  const noted = stamped([{ kind: 'room.fall-back-video', details: {} }], moment, null);
  const open = openStageOf(view);
  const concerns = open !== null && openedAt(view, open) <= moment.at;
  const moved = concerns ? move(input, state, open, 'room', moment) : null;
  return { state: moved?.state ?? state, events: [...noted, ...(moved?.events ?? [])], errands: [] };
};

const move = (
  input: SittingInput,
  state: SittingState,
  open: StageMark,
  cause: Cause,
  moment: Moment,
): Change => {
  const view = candidateView(input, state, moment.seenAt);
  if (hasFallenBack(view, open)) return { state, events: [], errands: [] };
  const drafts = [{ kind: 'video.fell-back', details: { stage: open.stage, cause } }];
  const video = { ...open, since: moment.at, cause };
  return { state: { ...state, video }, events: stamped(drafts, moment, view.stepId), errands: [] };
};
