import { assertNever } from '#protocol/assert-never';
import { event, STAMP_GRACE_MS, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import type { StepCommands } from '#steps/schemas';
import { beginTake, continueTake } from './begin';
import {
  closesIn,
  completed,
  deadlineIn,
  endsAt,
  indexIn,
  lastTakeIn,
  questionIn,
  withTake,
  type RecordingScene,
  type RecordingState,
} from './state';

type Answer = Outcome<RecordingState> | Refusal;
type Command = StepCommands['recording'];

export const obey = (scene: RecordingScene, command: Command, moment: Moment): Answer => {
  if (scene.state.ending) return refuse('NOT_NOW');
  switch (command.name) {
    case 'recording.show':
      return show(scene, command.question, moment);
    case 'recording.begin':
    case 'recording.re-record':
      return whileOpen(scene, moment) ?? beginTake(scene, command, moment);
    case 'recording.continue':
      return whileOpen(scene, moment) ?? continueTake(scene, command.takeId, moment);
    case 'recording.stop':
      return stop(scene, command.takeId, moment);
    case 'recording.silent':
    case 'recording.back':
      return mark(scene, command, moment);
    default:
      return assertNever(command);
  }
};

/** Nothing is begun after the deadline; what was begun before it is finished in the grace. */
const whileOpen = (scene: RecordingScene, { at }: Moment): Refusal | null => {
  const deadline = deadlineIn(scene);
  return deadline !== null && at > deadline ? refuse('TOO_LATE', { closedAt: deadline }) : null;
};

/** Shown once: asking again, also after a reload, does not begin the preparation anew. */
const show = (scene: RecordingScene, question: string, moment: Moment): Answer => {
  const { state } = scene;
  if (questionIn(scene).id !== question) return refuse('NO_SUCH_QUESTION');
  const index = indexIn(state);
  if (state.questions[index]?.shownAt != null) return { state, events: [] };
  const late = whileOpen(scene, moment);
  if (late) return late;
  const questions = state.questions.map((each, at) =>
    at === index ? { ...each, shownAt: moment.at } : each,
  );
  return { state: { ...state, questions }, events: [event('recording.shown', { question })] };
};

const stop = (scene: RecordingScene, takeId: string, { at }: Moment): Answer => {
  const { state } = scene;
  const take = state.takes.find(({ id }) => id === takeId);
  if (take?.status === 'complete') return { state, events: [] };
  if (take?.status !== 'recording') return refuse('NOT_NOW');
  const closesAt = closesIn(scene);
  if (closesAt !== null && at > closesAt) return refuse('TOO_LATE', { closedAt: closesAt });
  const until = Math.min(at, endsAt(take, questionIn(scene)) + STAMP_GRACE_MS, deadlineIn(scene) ?? at);
  const after = completed(take, until);
  const { question, n, gaps } = after;
  const details = { take: takeId, question, n, at: after.stoppedAt, gaps: gaps.length };
  return { state: withTake(state, after), events: [event('recording.stopped', details)] };
};

type Mark = Extract<Command, { name: 'recording.silent' | 'recording.back' }>;

/** A device that records fell silent, or is back: the take goes on and remembers the gap. */
const mark = (scene: RecordingScene, { name, takeId, position }: Mark, { at }: Moment): Answer => {
  const { step, state } = scene;
  const take = lastTakeIn(scene);
  if (take?.id !== takeId || take.status !== 'recording' || !step.positions.includes(position))
    return refuse('NOT_NOW');
  const isOpen = take.gaps.some((gap) => gap.position === position && gap.to === null);
  if (isOpen === (name === 'recording.silent')) return { state, events: [] };
  const gaps = isOpen
    ? take.gaps.map((gap) => (gap.position === position && gap.to === null ? { ...gap, to: at } : gap))
    : [...take.gaps, { position, from: at, to: null }];
  const events = [event(name, { take: takeId, position })];
  return { state: withTake(state, { ...take, gaps }), events };
};
