import { assertNever } from '#protocol/assert-never';
import { event, type Moment, type Outcome, type StepBehaviour } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { obey } from './commands';
import { breakOff, collected, confirm } from './results';
import {
  broken,
  breakEvent,
  closesIn,
  collect,
  endsAt,
  faceIn,
  faceOf,
  lastTakeIn,
  OVERRUN_MS,
  questionIn,
  withTake,
  deadlineIn,
  type RecordingScene,
  type RecordingState,
} from './state';
import { view } from './view';

/** When a take that nobody stopped is taken for broken. */
const overrunIn = (scene: RecordingScene): number | null => {
  const take = lastTakeIn(scene);
  return take?.status === 'recording' ? endsAt(take, questionIn(scene)) + OVERRUN_MS : null;
};

const dueAt = (scene: RecordingScene): number | null => {
  if (scene.state.ending) return null;
  const [overrun, closes] = [overrunIn(scene), closesIn(scene)];
  if (overrun === null || closes === null) return overrun ?? closes;
  return Math.min(overrun, closes);
};

const timeUp = (scene: RecordingScene, { at }: Moment): Outcome<RecordingState> => {
  const closes = closesIn(scene);
  if (closes !== null && at >= closes)
    return collect(scene, { at: deadlineIn(scene) ?? at, by: 'system' }, 'clock');
  const take = lastTakeIn(scene);
  if (take?.status !== 'recording') return { state: scene.state, events: [] };
  const until = endsAt(take, questionIn(scene));
  return {
    state: withTake(scene.state, broken(take, until, 'unknown')),
    events: [breakEvent(take, until, 'unknown')],
  };
};

/** A fresh clock. What was confirmed stays, but for the last answer where there is nothing else to do. */
const reopen = (
  { state }: RecordingScene,
  { ms, reason }: { readonly ms: number; readonly reason: string },
  { at }: Moment,
): Outcome<RecordingState> => {
  const isAll = state.questions.every(({ sealed }) => sealed !== null);
  const last = isAll ? state.questions.at(-1)?.sealed?.takeId : undefined;
  return {
    state: {
      ...state,
      clock: { ...state.clock, startedAt: at, totalMs: ms },
      questions: isAll
        ? state.questions.map((each, index) =>
            index === state.questions.length - 1 ? { ...each, sealed: null } : each,
          )
        : state.questions,
      takes: state.takes.map((take) => (take.id === last ? { ...take, status: 'complete' } : take)),
      ending: null,
    },
    events: [event('recording.reopened', { ms, reason })],
  };
};

const takeIn = (scene: RecordingScene, moment: Moment): Outcome<RecordingState> | Refusal => {
  const { ending } = scene.state;
  return ending ? refuse('ALREADY_DONE', { by: ending.by, at: ending.at }) : collect(scene, moment, 'staff');
};

/** 2.4: answers are recorded by the candidate's own devices, in takes that nothing but his own choice uses up. */
export const recording: StepBehaviour<'recording', RecordingState> = {
  enter: (step, around, { at }) => ({
    state: {
      enteredAt: at,
      clock: faceOf(step, at, around.extraMs),
      questions: step.questions.map(() => ({ shownAt: null, sealed: null })),
      takes: [],
      ending: null,
    },
    events: [],
  }),
  accept: obey,
  onOrder(scene, order, moment) {
    switch (order.kind) {
      case 'collect':
      case 'end':
        return takeIn(scene, moment);
      case 'reopen':
        return reopen(scene, order, moment);
      default:
        return refuse('NOT_NOW');
    }
  },
  onResult(scene, result, moment) {
    switch (result.kind) {
      case 'take-broken':
        return breakOff(scene, result, moment);
      case 'take-confirmed':
        return confirm(scene, result, moment);
      case 'takes-collected':
        return collected(scene, result);
      case 'face-verdict':
      case 'face-fault':
      case 'sheets-sealed':
      case 'sheets-received':
      case 'paper-collected':
        return refuse('NOT_NOW');
      default:
        return assertNever(result);
    }
  },
  deadline: dueAt,
  onDeadline: timeUp,
  clock: faceIn,
  view,
  /** The doors are shut around it: what counts is sealed all the same. */
  abandon: (scene, moment) => (scene.state.ending ? [] : (collect(scene, moment, 'clock').effects ?? [])),
};
