import type { SittingInput } from '../messages';
import { identityCaseId } from '../protocol/ids';
import type { EventDraft, Moment, Outcome } from '../protocol/machine';
import type { CandidateView } from '../protocol/views.schema';
import { behaviourOf, type StepState } from '../steps/behaviours';
import { stepAt, surroundings, type Change, type SittingState } from './state';

type Over = NonNullable<CandidateView['over']>;

/** Events of a change, stamped with when, by whom and in which step. */
export const stamped = (
  drafts: readonly EventDraft[],
  { at, by }: Pick<Moment, 'at' | 'by'>,
  stepId: string | null,
): Change['events'] => drafts.map(({ kind, details }) => ({ kind, details, at, by, stepId }));

/** A step's outcome as a change of the sitting: its state, and the next step when it is done. */
export const settle = (
  input: SittingInput,
  before: SittingState,
  outcome: Outcome<StepState>,
  moment: Moment,
): Change => {
  const step = stepAt(input, before.index);
  const state = { ...before, current: outcome.state, identity: identityAfter(input, before, outcome) };
  const change: Change = {
    state,
    events: stamped(outcome.events, moment, step.id),
    errands: (outcome.effects ?? []).map((effect) => ({ stepId: step.id, effect })),
  };
  return outcome.done ? goOn(input, change, outcome, moment) : change;
};

const identityAfter = (
  input: SittingInput,
  { identity, index }: SittingState,
  { identity: news, effects }: Outcome<StepState>,
): SittingState['identity'] => {
  const opens = effects?.some(({ kind }) => kind === 'open-identity-case');
  const known = { ...identity, ...news };
  if (!opens) return known;
  return { ...known, status: 'open', caseId: identityCaseId(input.sittingId, stepAt(input, index).id) };
};

const goOn = (input: SittingInput, change: Change, outcome: Outcome<StepState>, moment: Moment): Change => {
  const { index } = change.state;
  const status = outcome.done ?? 'done';
  const progress = change.state.progress.map((each, at) => (at === index ? { status, at: moment.at } : each));
  const left = { ...change, state: { ...change.state, progress } };
  if (index + 1 < input.flow.steps.length) return enter(input, left, index + 1, moment);
  const { at, by, cause } = outcome.ended ?? { at: moment.at, by: moment.by, cause: 'finished' as const };
  return close(left, { at, by, cause });
};

const enter = (input: SittingInput, change: Change, index: number, moment: Moment): Change => {
  const step = stepAt(input, index);
  const progress = change.state.progress.map((each, at) =>
    at === index ? { status: 'now' as const, at: moment.at } : each,
  );
  const state = { ...change.state, index, progress };
  const outcome = behaviourOf(step.kind).enter(step, surroundings(input, state, step.id), moment);
  const drafts = [{ kind: 'step.entered', details: { kind: step.kind } }, ...outcome.events];
  return {
    state: { ...state, current: outcome.state },
    events: [...change.events, ...stamped(drafts, moment, step.id)],
    errands: change.errands,
  };
};

/** The sitting is over; it can be reopened until it no longer lingers. */
export const close = (change: Change, over: Over): Change => ({
  ...change,
  state: { ...change.state, over },
  events: [
    ...change.events,
    ...stamped([{ kind: 'sitting.over', details: { cause: over.cause } }], over, null),
  ],
});
