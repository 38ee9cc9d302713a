import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { closingMs, deadlineIn, type InterviewScene, type InterviewState } from './state';

type Answer = Outcome<InterviewState> | Refusal;

export const dispatch = ({ step, state }: InterviewScene, id: string, { at, by }: Moment): Answer => {
  if (!step.questions.some((question) => question.id === id)) return refuse('NO_SUCH_QUESTION');
  if (state.ending) return refuse('NOT_NOW');
  const sent = state.questions.find((question) => question.id === id);
  if (sent) return refuse('ALREADY_DONE', { by: sent.by, at: sent.dispatchedAt });
  const questions = [...state.questions, { id, dispatchedAt: at, by, openedAt: null }];
  return { state: { ...state, questions }, events: [event('interview.dispatched', { question: id })] };
};

/** A fact with its time; opening it again is no news. Judged by the stamp where the clock ends the exam. */
export const openQuestion = (scene: InterviewScene, id: string, { at }: Moment): Answer => {
  const { state } = scene;
  const closedAt = scene.step.atDeadline === 'end' ? deadlineIn(scene) : null;
  if (closedAt !== null && at > closedAt)
    return refuse('TOO_LATE', { closedAt, grace: closingMs(scene.step) });
  const sent = state.questions.find((question) => question.id === id);
  if (!sent) return refuse('NO_SUCH_QUESTION');
  if (sent.openedAt !== null) return { state, events: [] };
  const questions = state.questions.map((each) => (each === sent ? { ...sent, openedAt: at } : each));
  return { state: { ...state, questions }, events: [event('interview.opened', { question: id })] };
};
