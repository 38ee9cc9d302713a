import { STAMP_GRACE_MS, event, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';
import { dispatch, openQuestion } from './questions';
import { end, over, reopen, undoEnd } from './ending';
import { closingMs, deadlineIn, faceIn, type InterviewScene, type InterviewState } from './state';

const phase = (scene: InterviewScene) => {
  if (scene.state.ending) return 'ending';
  const deadline = deadlineIn(scene);
  return deadline !== null && scene.state.toldAt === deadline ? 'closing' : 'running';
};

/** 2.1.8 and 2.1.9: the clock starts on entering; staff or the clock end it, never the candidate. */
export const interview: StepBehaviour<'interview', InterviewState> = {
  ...untimed,
  enter: (step, around, { at }) => {
    const totalMs = step.minutes * 60_000 + around.extraMs;
    const clock = { startedAt: at, totalMs, closingMs: closingMs(step) };
    return {
      state: { startedAt: at, clock, toldAt: null, ending: null, undone: null, questions: [] },
      events: [event('interview.started', { totalMs })],
    };
  },
  accept: (scene, command, moment) => openQuestion(scene, command.question, moment),
  onOrder(scene, order, moment) {
    switch (order.kind) {
      case 'dispatch':
        return dispatch(scene, order.question, moment);
      case 'end':
        return end(scene, order.reason ?? null, moment);
      case 'undo-end':
        return undoEnd(scene, moment);
      case 'reopen':
        return reopen(scene, order, moment);
      default:
        return refuse('NOT_NOW');
    }
  },
  deadline(scene) {
    if (scene.state.ending) return scene.state.ending.undoUntil + STAMP_GRACE_MS;
    const deadline = deadlineIn(scene);
    if (deadline === null || scene.state.toldAt !== deadline) return deadline;
    return scene.step.atDeadline === 'end' ? deadline + faceIn(scene).closingMs : null;
  },
  onDeadline(scene, moment) {
    const { state } = scene;
    if (state.ending) return over(state, { ...state.ending, cause: 'staff' });
    const deadline = deadlineIn(scene);
    if (deadline === state.toldAt) return over(state, { by: 'system', at: moment.at, cause: 'clock' });
    return { state: { ...state, toldAt: deadline }, events: [event('interview.time-up', { deadline })] };
  },
  clock: faceIn,
  view: (scene) => ({
    kind: 'interview',
    phase: phase(scene),
    startedAt: scene.state.startedAt,
    ending: scene.state.ending,
    questions: scene.state.questions.map(({ id, dispatchedAt, openedAt }) => ({
      id,
      dispatchedAt,
      openedAt,
    })),
  }),
};
