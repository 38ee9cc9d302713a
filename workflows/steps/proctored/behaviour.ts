import { event, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';
import { finished, obey } from './commands';
import { askForRoom, endByStaff, reopen, undoEnd } from './orders';
import {
  begin,
  beginsAt,
  deadlineIn,
  end,
  entered,
  faceIn,
  lookBackUntil,
  type ProctoredScene,
  type ProctoredState,
} from './state';
import { view } from './view';

const dueAt = (scene: ProctoredScene): number | null => {
  const { state } = scene;
  if (state.ended) return lookBackUntil(scene);
  if (!state.began) return beginsAt(scene);
  const deadline = deadlineIn(scene);
  if (deadline === null || state.toldAt !== deadline) return deadline;
  return deadline + (faceIn(scene)?.closingMs ?? 0);
};

/** 2.3: the clock and the facts of an exam that runs elsewhere. Nothing follows from a fact by itself. */
export const proctored: StepBehaviour<'proctored', ProctoredState> = {
  ...untimed,
  enter: (_step, _around, { at }) => ({ state: entered(at), events: [event('proctored.ready')] }),
  accept: obey,
  onOrder(scene, order, moment) {
    switch (order.kind) {
      case 'end':
        return endByStaff(scene, moment);
      case 'undo-end':
        return undoEnd(scene, moment);
      case 'ask-for-room':
        return askForRoom(scene, moment);
      case 'reopen':
        return reopen(scene, order, moment);
      default:
        return refuse('NOT_NOW');
    }
  },
  deadline: dueAt,
  onDeadline(scene, moment) {
    const { state } = scene;
    if (state.ended) return finished(state);
    if (!state.began) {
      const at = beginsAt(scene) ?? moment.at;
      return begin(scene, { at, by: 'system', client: null, screen: false });
    }
    const deadline = deadlineIn(scene) ?? moment.at;
    if (state.toldAt === deadline) return end(state, { at: deadline, by: 'system' }, 'clock');
    return { state: { ...state, toldAt: deadline }, events: [event('proctored.time-up', { deadline })] };
  },
  clock: faceIn,
  view,
};
