import { closingMsAt, deadlineOf, type ClockFace } from '#protocol/clock';
import { event, type EventDraft, type Moment, type Outcome, type Scene } from '#protocol/machine';
import type { StepMachines } from '#steps/schemas';
import type { BreakCause, SealedTake, Take } from './schema';

export interface QuestionState {
  readonly shownAt: number | null;
  readonly sealed: SealedTake | null;
}
export interface Ending {
  readonly by: string;
  readonly at: number;
  readonly cause: 'staff' | 'clock';
}
export interface RecordingState {
  readonly enteredAt: number;
  readonly clock: ClockFace;
  /** As the flow has them, in its order. */
  readonly questions: readonly QuestionState[];
  /** Of all questions, oldest first. */
  readonly takes: readonly Take[];
  readonly ending: Ending | null;
}
export type RecordingMachine = StepMachines['recording'];
export type RecordingScene = Scene<'recording', RecordingState>;
export type Question = RecordingMachine['questions'][number];

/** From the command to the instant at which both positions begin: long enough for the second one to hear of it. */
export const ALIGN_MS = 1_500;
/** A take that nobody stopped is taken for broken so long after its full length. */
export const OVERRUN_MS = 30_000;
/** After the deadline what was stamped in time still counts. */
const CLOSING_MS = 30_000;
/** More takes of one question are a page gone wild: interruptions and all. */
export const MOST_TAKES = 60;

export const faceOf = (step: RecordingMachine, startedAt: number, extraMs: number): ClockFace => ({
  startedAt,
  totalMs: step.minutes * 60_000 + extraMs,
  closingMs: CLOSING_MS,
});

/** Null while a pause holds it back. */
export const deadlineIn = ({ state, around }: RecordingScene): number | null =>
  deadlineOf(state.clock, around.ledger);

/** The clock with the grace that its deadline has: longer after an outage. */
export const faceIn = ({ state: { clock }, around }: RecordingScene): ClockFace => {
  const deadline = deadlineOf(clock, around.ledger);
  if (deadline === null) return clock;
  return { ...clock, closingMs: closingMsAt(clock, around.ledger, deadline, around.isOutageOpen ?? false) };
};

export const closesIn = (scene: RecordingScene): number | null => {
  const deadline = deadlineIn(scene);
  return deadline === null ? null : deadline + faceIn(scene).closingMs;
};

/** Index of the question that is being answered; of the last one where all are confirmed. */
export const indexIn = ({ questions }: RecordingState): number => {
  const index = questions.findIndex(({ sealed }) => sealed === null);
  return index < 0 ? questions.length - 1 : index;
};

export const questionIn = ({ step, state }: Pick<RecordingScene, 'step' | 'state'>): Question => {
  const question = step.questions[indexIn(state)];
  if (!question) throw new RangeError('a recording without questions');
  return question;
};

export const takesOf = ({ takes }: RecordingState, question: string): readonly Take[] =>
  takes.filter((take) => take.question === question);

/** The take that is under way, or was last, of the present question. */
export const lastTakeIn = (scene: Pick<RecordingScene, 'step' | 'state'>): Take | null =>
  takesOf(scene.state, questionIn(scene).id).at(-1) ?? null;

/** Takes that the candidate chose to spend; interruptions are not among them. */
export const spentOn = (state: RecordingState, question: string): number =>
  takesOf(state, question).filter(({ debited }) => debited).length;

/** Ms recorded in the spans that are over. */
export const recordedMs = ({ spans }: Take): number =>
  spans.reduce((ms, { beganAt, stoppedAt }) => ms + Math.max(0, (stoppedAt ?? beganAt) - beganAt), 0);

/** When a take under way has its full length. */
export const endsAt = (take: Take, { maxSeconds }: Question): number =>
  (take.spans.at(-1)?.beganAt ?? take.beganAt) + Math.max(0, maxSeconds * 1_000 - recordedMs(take));

export const withTake = (state: RecordingState, changed: Take): RecordingState => ({
  ...state,
  takes: state.takes.map((take) => (take.id === changed.id ? changed : take)),
});

const closed = (take: Take, at: number): Take => {
  const stoppedAt = Math.max(take.spans.at(-1)?.beganAt ?? take.beganAt, at);
  return {
    ...take,
    stoppedAt,
    spans: take.spans.map((span) => (span.stoppedAt === null ? { ...span, stoppedAt } : span)),
    gaps: take.gaps.map((gap) => (gap.to === null ? { ...gap, to: Math.max(gap.from, stoppedAt) } : gap)),
  };
};

/** Stopped by the candidate, or at its full length. */
export const completed = (take: Take, at: number): Take => ({ ...closed(take, at), status: 'complete' });

/** Interrupted: whatever it was, it costs nothing. `at`: where what is known of it ends. */
export const broken = (take: Take, at: number, cause: BreakCause): Take => ({
  ...closed(take, at),
  status: 'broken',
  breaks: [...take.breaks, { at, cause }],
});

export const breakEvent = ({ id, question }: Take, at: number, cause: BreakCause): EventDraft =>
  event('recording.broken', { take: id, question, at, cause });

/** Nobody confirms any more: what counts is sealed on the server before the sitting goes on. */
export const collect = (
  scene: RecordingScene,
  { at, by }: Pick<Moment, 'at' | 'by'>,
  cause: Ending['cause'],
): Outcome<RecordingState> => {
  const { step } = scene;
  const last = lastTakeIn(scene);
  const isCut = last?.status === 'recording';
  const taken = isCut ? withTake(scene.state, broken(last, at, 'time-up')) : scene.state;
  const state = { ...taken, ending: { by, at, cause } };
  return {
    state,
    events: [
      ...(isCut ? [breakEvent(last, at, 'time-up')] : []),
      event('recording.collecting', { at, by, cause }),
    ],
    effects: [{ kind: 'collect-takes', until: at, takes: counting(step, state) }],
  };
};

/** Which take counts of each question that nobody confirmed, by the flow's rule. */
const counting = (
  step: RecordingMachine,
  state: RecordingState,
): readonly { readonly question: string; readonly takeId: string }[] =>
  step.questions.flatMap(({ id }, index) => {
    if (state.questions[index]?.sealed) return [];
    const takes = takesOf(state, id);
    const complete = takes.findLast(({ status }) => status === 'complete');
    const any = step.atDeadline === 'last-recorded' ? (complete ?? takes.at(-1)) : complete;
    const counts = step.atDeadline === 'nothing' ? undefined : any;
    return counts ? [{ question: id, takeId: counts.id }] : [];
  });
