import type { SittingInput } from '../messages';
import type { Ledger } from '../protocol/clock';
import type { SittingEvent } from '../protocol/events';
import type { MeasuredOutage } from '../protocol/live.schema';
import type { DispatchedPaper, Effect, Moment, Scene, Surroundings } from '../protocol/machine';
import type { CandidateView, StaffView, VideoFallback } from '../protocol/views.schema';
import { proposals, silentSince } from '../protocol/outages';
import { behaviourOf, type StepState } from '../steps/behaviours';
import type { StepKind, StepMachine } from '../steps/schemas';

type Over = NonNullable<CandidateView['over']>;

/** All that a sitting knows: plain JSON, replaced as a whole by every accepted change. */
export interface SittingState {
  readonly revision: number;
  readonly progress: readonly Pick<CandidateView['steps'][number], 'status' | 'at'>[];
  /** The step that goes on, or that was the last one. */
  readonly index: number;
  readonly current: StepState;
  readonly positions: CandidateView['positions'];
  readonly identity: StaffView['identity'];
  readonly waived: StaffView['waived'];
  readonly ledger: Ledger;
  readonly over: Over | null;
  readonly reopened: { readonly by: string; readonly at: number } | null;
  /** Last room order that was applied. */
  readonly roomSeq: number;
  /** The stage that left its video provider last; absent: none yet. */
  readonly video?: VideoFallback;
  /** Papers that the room dispatched; absent in a sitting that began before there were any. */
  readonly dispatched?: readonly DispatchedPaper[];
  /** Silence of the candidate's devices, as measured when a deadline was last looked at. */
  readonly measured?: readonly MeasuredOutage[];
}

/** An effect with the step that asked for it, so that a late result finds its way or is dropped. */
export interface Errand {
  readonly stepId: string;
  readonly effect: Effect;
}

/** An accepted change; no events means that nothing new happened. */
export interface Change {
  readonly state: SittingState;
  readonly events: readonly Omit<SittingEvent, 'commandId'>[];
  readonly errands: readonly Errand[];
}

export const stepAt = ({ flow }: SittingInput, index: number): StepMachine => {
  const step = flow.steps[index];
  if (!step) throw new Error('a flow without this step');
  return step;
};

export const surroundings = (input: SittingInput, state: SittingState, stepId: string): Surroundings => ({
  positions: state.positions,
  waived: state.waived.filter(({ step }) => step === stepId).map(({ requirement }) => requirement),
  ledger: state.ledger,
  extraMs: input.extraMs,
  dispatched: state.dispatched,
  roomPaused: state.ledger.some(
    (entry) => entry.kind === 'interval' && entry.cause === 'room-pause' && entry.to === null,
  ),
  isOutageOpen: isOutageOpen(state),
});

const isOutageOpen = ({ measured = [], ledger }: SittingState): boolean =>
  silentSince(measured) !== null || proposals(measured, { startedAt: 0, ledger }).length > 0;

export const sceneOf = (input: SittingInput, state: SittingState): Scene<StepKind, StepState> => {
  const step = stepAt(input, state.index);
  return { step, state: state.current, around: surroundings(input, state, step.id) };
};

export const behaviourIn = (input: SittingInput, state: SittingState) =>
  behaviourOf(stepAt(input, state.index).kind);

const nothingYet: StaffView['identity'] = { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 };

/** A sitting at its first step, before anybody said anything. */
export const openingState = (input: SittingInput, moment: Moment): Change => {
  const first = stepAt(input, 0);
  const around: Surroundings = {
    positions: { 1: null, 2: null },
    waived: [],
    ledger: [],
    extraMs: input.extraMs,
    roomPaused: false,
  };
  const { at, by } = moment;
  const state: SittingState = {
    revision: 0,
    progress: input.flow.steps.map((_, index) =>
      index === 0 ? { status: 'now', at } : { status: 'next', at: null },
    ),
    index: 0,
    current: behaviourOf(first.kind).enter(first, around, moment).state,
    positions: around.positions,
    identity: nothingYet,
    waived: [],
    ledger: [],
    over: null,
    reopened: null,
    roomSeq: 0,
  };
  const opened = {
    kind: 'sitting.opened',
    at,
    by,
    stepId: null,
    details: { flow: input.flow.flowVersionId },
  };
  const entered = { kind: 'step.entered', at, by, stepId: first.id, details: { kind: first.kind } };
  return { state, events: [opened, entered], errands: [] };
};
