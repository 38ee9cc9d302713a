import { event, type EventDraft, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import type { StepCommands } from '#steps/schemas';
import type { Take } from './schema';
import {
  ALIGN_MS,
  indexIn,
  lastTakeIn,
  MOST_TAKES,
  questionIn,
  recordedMs,
  spentOn,
  takesOf,
  withTake,
  type RecordingScene,
  type RecordingState,
} from './state';

type Answer = Outcome<RecordingState> | Refusal;
type Begin = Extract<StepCommands['recording'], { name: 'recording.begin' | 'recording.re-record' }>;

/** Why a take is begun: only `candidate` costs one of the quota. */
type Cause = 'first' | 'broken' | 'gap' | 'candidate';

/** What the last take makes of another one: its candidate's choice only where it is complete and without a gap. */
const causeOf = (last: Take | null): Cause => {
  if (!last) return 'first';
  if (last.status === 'broken') return 'broken';
  return last.gaps.length > 0 ? 'gap' : 'candidate';
};

/** One command starts all positions: they align to the instant that is stamped here. */
export const beginTake = (
  scene: RecordingScene,
  { name, question, takeId }: Begin,
  moment: Moment,
): Answer => {
  const { state } = scene;
  const known = state.takes.find(({ id }) => id === takeId);
  if (known) return known.status === 'recording' ? { state, events: [] } : refuse('NOT_NOW');
  const asked = questionIn(scene);
  if (asked.id !== question) return refuse('NO_SUCH_QUESTION');
  const last = lastTakeIn(scene);
  if (state.questions[indexIn(state)]?.shownAt == null || last?.status === 'recording')
    return refuse('NOT_NOW');
  const cause = causeOf(last);
  const isAgain = cause === 'candidate' || cause === 'gap';
  // What might cost something is never begun by the command that costs nothing.
  if (isAgain !== (name === 'recording.re-record')) return refuse('NOT_NOW');
  const left = asked.retakes - spentOn(state, question);
  if (cause === 'candidate' && left <= 0) return refuse('TAKE_QUOTA_SPENT', { quota: asked.retakes });
  const n = takesOf(state, question).length + 1;
  if (n > MOST_TAKES) return refuse('SLOW_DOWN');
  const take = newTake({ takeId, question, n, debited: cause === 'candidate', at: moment.at });
  return { state: { ...state, takes: [...state.takes, take] }, events: begun(take, cause, left) };
};

const newTake = (made: {
  readonly takeId: string;
  readonly question: string;
  readonly n: number;
  readonly debited: boolean;
  readonly at: number;
}): Take => {
  const beganAt = made.at + ALIGN_MS;
  return {
    ...{ id: made.takeId, question: made.question, n: made.n, debited: made.debited },
    ...{ status: 'recording', beganAt, stoppedAt: null, gaps: [], breaks: [] },
    spans: [{ n: 1, beganAt, stoppedAt: null }],
  };
};

/** The ledger of the quota is kept in the record, by cause: what cost something and what did not. */
const begun = ({ id, question, n, beganAt }: Take, cause: Cause, left: number): readonly EventDraft[] => [
  ...(cause === 'candidate' ? [event('recording.quota-spent', { take: id, question, left: left - 1 })] : []),
  ...(cause === 'broken' || cause === 'gap'
    ? [event('recording.redo-free', { take: id, question, cause, left })]
    : []),
  event('recording.begun', { take: id, question, n, beganAt }),
];

export const continueTake = (scene: RecordingScene, takeId: string, { at }: Moment): Answer => {
  const { step, state } = scene;
  const take = lastTakeIn(scene);
  if (take?.id === takeId && take.status === 'recording') return { state, events: [] };
  if (take?.id !== takeId || take.status !== 'broken' || step.broken !== 'continue-or-redo')
    return refuse('NOT_NOW');
  if (recordedMs(take) >= questionIn(scene).maxSeconds * 1_000) return refuse('NOT_NOW');
  const n = take.spans.length + 1;
  const beganAt = at + ALIGN_MS;
  const spans = [...take.spans, { n, beganAt, stoppedAt: null }];
  const after: Take = { ...take, status: 'recording', stoppedAt: null, spans };
  const events = [event('recording.continued', { take: takeId, question: take.question, span: n, beganAt })];
  return { state: withTake(state, after), events };
};
