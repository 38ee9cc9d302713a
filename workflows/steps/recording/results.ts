import { event, type Moment, type Outcome, type StepResult } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import type { CollectedTakes, Take } from './schema';
import {
  broken,
  breakEvent,
  closesIn,
  questionIn,
  withTake,
  type RecordingScene,
  type RecordingState,
} from './state';

type Answer = Outcome<RecordingState> | Refusal;
type Of<K extends StepResult['kind']> = Extract<StepResult, { kind: K }>;

/** Its page is gone: the take ends where the server's last slice of it does, and costs nothing. */
export const breakOff = (
  { state }: RecordingScene,
  { takeId, at, cause }: Of<'take-broken'>,
  moment: Moment,
): Answer => {
  const take = state.takes.find(({ id }) => id === takeId);
  if (!take || state.ending) return refuse('NOT_NOW');
  if (take.status !== 'recording') return mend(state, take, at);
  const until = Math.min(moment.at, at ?? take.spans.at(-1)?.beganAt ?? take.beganAt);
  return {
    state: withTake(state, broken(take, until, cause)),
    events: [breakEvent(take, until, cause)],
  };
};

/** Broken because nobody said that it stopped: whoever comes back says where it did, and what is left of it grows. */
const mend = (state: RecordingState, take: Take, at: number | null): Answer => {
  if (take.status !== 'broken') return refuse('NOT_NOW');
  const last = take.spans.at(-1);
  const isGuessed = take.breaks.at(-1)?.cause === 'unknown';
  if (!isGuessed || !last || at === null || at >= (last.stoppedAt ?? 0)) return { state, events: [] };
  const stoppedAt = Math.max(last.beganAt, at);
  const spans = take.spans.map((span) => (span.n === last.n ? { ...span, stoppedAt } : span));
  const mended = { ...take, stoppedAt, spans };
  return { state: withTake(state, mended), events: [breakEvent(mended, stoppedAt, 'unknown')] };
};

/** The digests of its slices are sealed on the server: this take is the answer to its question. */
export const confirm = (
  scene: RecordingScene,
  { takeId, slices, digest }: Of<'take-confirmed'>,
  { at }: Moment,
): Answer => {
  const { state } = scene;
  if (state.ending) return refuse('NOT_NOW');
  const take = state.takes.find(({ id }) => id === takeId);
  if (take?.status === 'confirmed') return { state, events: [] };
  if (take?.status !== 'complete' || take.question !== questionIn(scene).id) return refuse('NOT_NOW');
  const closesAt = closesIn(scene);
  if (closesAt !== null && at > closesAt) return refuse('TOO_LATE', { closedAt: closesAt });
  const sealed = { takeId, slices, digest, at };
  const after = sealQuestion(scene, take.question, sealed);
  const events = [event('recording.confirmed', { take: takeId, question: take.question, slices, digest })];
  const isLast = after.questions.every((question) => question.sealed !== null);
  if (!isLast) return { state: after, events };
  return { state: after, events: [...events, handedIn(scene, after)], done: 'done' };
};

const sealQuestion = (
  { step, state }: RecordingScene,
  question: string,
  sealed: NonNullable<CollectedTakes[number]['sealed']>,
): RecordingState => ({
  ...state,
  questions: state.questions.map((each, index) =>
    step.questions[index]?.id === question ? { ...each, sealed } : each,
  ),
  takes: state.takes.map((each) => (each.id === sealed.takeId ? { ...each, status: 'confirmed' } : each)),
});

const handedIn = ({ step }: RecordingScene, { questions }: RecordingState) => {
  const recorded: CollectedTakes = step.questions.map(({ id }, index) => ({
    question: id,
    sealed: questions[index]?.sealed ?? null,
  }));
  return event('recording.handed-in', { recorded });
};

/** What counts by the flow's rule is sealed: the step is over. */
export const collected = (scene: RecordingScene, { sealed }: Of<'takes-collected'>): Answer => {
  const { ending } = scene.state;
  if (!ending) return refuse('NOT_NOW');
  const state = sealed.reduce(
    (after, each) =>
      each.sealed ? sealQuestion({ ...scene, state: after }, each.question, each.sealed) : after,
    scene.state,
  );
  return { state, events: [handedIn(scene, state)], done: 'done', ended: ending };
};
