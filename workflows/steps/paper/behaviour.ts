import { assertNever } from '#protocol/assert-never';
import { event, type Moment, type Outcome, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { obey } from './commands';
import { dispatch, end, open, reopen, takeIn } from './orders';
import { isComplete, latest, receive, seal } from './sheets';
import {
  awaitBytes,
  closesIn,
  collect,
  collection,
  deadlineIn,
  entered,
  faceIn,
  photograph,
  type PaperScene,
  type PaperState,
} from './state';
import { view } from './view';

const dueAt = (scene: PaperScene): number | null => {
  const deadline = deadlineIn(scene);
  if (deadline === null) return null;
  const { step, state } = scene;
  const isTold = step.mode === 'online' && state.toldAt === deadline;
  return isTold || state.phase === 'photographing' ? closesIn(scene) : deadline;
};

const timeUp = (scene: PaperScene): Outcome<PaperState> => {
  const { step, state } = scene;
  const deadline = deadlineIn(scene) ?? state.enteredAt;
  const byClock = { at: deadline, by: 'system' };
  if (step.mode === 'online')
    return state.toldAt === deadline
      ? collect(step, state, byClock, 'clock')
      : { state: { ...state, toldAt: deadline }, events: [event('paper.time-up', { deadline })] };
  if (state.phase === 'writing') return photograph(step, state, deadline, 'system');
  const isAwaited = state.phase === 'photographing' && latest(state) !== null && !isComplete(state);
  return isAwaited
    ? awaitBytes(step, state, deadline, closesIn(scene) ?? deadline)
    : collect(step, state, byClock, 'clock');
};

/** When the paper is whose without anybody's order; null: the invigilator dispatches it. */
const opening = ({ step, around }: Omit<PaperScene, 'state'>, { at }: Moment) => {
  const ordered = around.dispatched?.find(({ paper }) => paper === step.id);
  if (ordered) return { opensAt: ordered.opensAt, by: ordered.by };
  if (step.dispatch.by === 'entry') return { opensAt: at, by: 'system' };
  return step.dispatch.by === 'time' ? { opensAt: step.dispatch.at, by: 'system' } : null;
};

/** 2.2.1 and 2.2.2: the written exam, answered on the screen or on paper that is photographed. */
export const paper: StepBehaviour<'paper', PaperState> = {
  enter(step, around, moment) {
    const found = opening({ step, around }, moment);
    const state = entered(moment.at);
    return found
      ? open(step, state, { ...found, extraMs: around.extraMs })
      : { state, events: [event('paper.waiting')] };
  },
  accept: obey,
  onOrder(scene, order, moment) {
    switch (order.kind) {
      case 'dispatch':
        return order.question === scene.step.id
          ? dispatch(scene, moment.at, moment)
          : refuse('NO_SUCH_QUESTION');
      case 'dispatch-paper':
        return dispatch(scene, order.opensAt, moment);
      case 'collect':
        return takeIn(scene, moment);
      case 'end':
        return end(scene, moment);
      case 'reopen':
        return reopen(scene, order, moment);
      default:
        return refuse('NOT_NOW');
    }
  },
  onResult(scene, result, moment) {
    switch (result.kind) {
      case 'sheets-sealed':
        return seal(scene, result, moment);
      case 'sheets-received':
        return receive(scene, result);
      case 'paper-collected': {
        const { state } = scene;
        if (state.phase !== 'collecting' || !state.ending) return refuse('NOT_NOW');
        const { by, at, cause } = state.ending;
        const details = { by, at, cause, collected: result.collected };
        const events = [event('paper.handed-in', details)];
        const ended = cause === 'candidate' ? undefined : { by, at, cause };
        return { state, events, done: 'done', ...(ended && { ended }) };
      }
      case 'face-verdict':
      case 'face-fault':
      case 'take-broken':
      case 'take-confirmed':
      case 'takes-collected':
        return refuse('NOT_NOW');
      default:
        return assertNever(result);
    }
  },
  deadline: dueAt,
  onDeadline: timeUp,
  clock: faceIn,
  view,
  /** The doors are shut around it: what was saved is sealed all the same. */
  abandon: ({ step, state }, { at }) =>
    state.dispatched && !state.ending ? [collection(step, state, at)] : [],
};
