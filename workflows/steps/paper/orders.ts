import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import {
  closingMs,
  collect,
  photograph,
  writingClock,
  type PaperMachine,
  type PaperScene,
  type PaperState,
} from './state';

type Answer = Outcome<PaperState> | Refusal;

/** The paper is this candidate's from `opensAt` on; everything is computed from there. */
export const open = (
  step: PaperMachine,
  state: PaperState,
  given: { readonly opensAt: number; readonly by: string; readonly extraMs: number },
): Outcome<PaperState> => {
  const { opensAt, by, extraMs } = given;
  const clock = writingClock(step, opensAt, extraMs);
  return {
    state: { ...state, phase: 'writing', dispatched: { opensAt, by }, clock },
    events: [event('paper.dispatched', { opensAt, totalMs: clock.totalMs })],
  };
};

/** Before it opens, a later order moves it; afterwards it is out. */
export const dispatch = ({ step, state, around }: PaperScene, opensAt: number, moment: Moment): Answer => {
  const { dispatched } = state;
  if (state.phase !== 'waiting' && state.phase !== 'writing') return refuse('NOT_NOW');
  if (dispatched && dispatched.opensAt <= moment.at)
    return refuse('ALREADY_DONE', { by: dispatched.by, at: dispatched.opensAt });
  return open(step, state, { opensAt, by: moment.by, extraMs: around.extraMs });
};

/** Staff take the pen away; a second time, while he photographs, what has arrived. */
export const takeIn = ({ step, state }: PaperScene, moment: Moment): Answer => {
  if (state.ending) return refuse('ALREADY_DONE', { by: state.ending.by, at: state.ending.at });
  const { dispatched } = state;
  if (!dispatched || moment.at < dispatched.opensAt) return refuse('NOT_NOW');
  if (step.mode === 'photographed' && state.phase === 'writing')
    return photograph(step, state, moment.at, moment.by);
  return collect(step, state, moment, 'staff');
};

/** Whatever the phase: what is there is what counts. */
export const end = ({ step, state }: PaperScene, moment: Moment): Answer => {
  if (state.ending) return refuse('ALREADY_DONE', { by: state.ending.by, at: state.ending.at });
  return collect(step, state, moment, 'staff');
};

/** Writing again, with a fresh clock of `ms`; what was sealed before stays on record. */
export const reopen = (
  { step, state }: PaperScene,
  { ms, reason }: { readonly ms: number; readonly reason: string },
  { at, by }: Moment,
): Outcome<PaperState> => ({
  state: {
    ...state,
    phase: 'writing',
    dispatched: state.dispatched ?? { opensAt: at, by },
    clock: { startedAt: at, totalMs: ms, closingMs: closingMs(step) },
    toldAt: null,
    pensDownAt: null,
    ending: null,
  },
  events: [event('paper.reopened', { ms, reason })],
});
