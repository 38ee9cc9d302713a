import { assertNever } from '../protocol/assert-never';
import type { SittingInput } from '../messages';
import type { Moment } from '../protocol/machine';
import type { SittingOrder } from '../protocol/orders.schema';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import type { StepMachine } from '../steps/schemas';
import { book, type ClockOrder } from './ledger-orders';
import { settle, stamped } from './settle';
import { behaviourIn, sceneOf, type Change, type SittingState } from './state';

type Of<K extends SittingOrder['kind']> = Extract<SittingOrder, { kind: K }>;
type Answer = Change | Refusal;

/** Staff to this one sitting. */
export const takeOrder = (
  input: SittingInput,
  state: SittingState,
  order: SittingOrder,
  moment: Moment,
): Answer => {
  if (state.over) return afterTheEnd(input, state, order, moment);
  switch (order.kind) {
    case 'waive':
      return waive(input, state, order, moment);
    case 'extend':
    case 'pause':
    case 'resume':
    case 'credit':
      return bookClock(input, state, order, moment);
    case 'reopen':
      return state.reopened ? refuse('ALREADY_DONE', { ...state.reopened }) : refuse('NOT_NOW');
    case 'defer':
    case 'collect':
    case 'dispatch':
    case 'end':
    case 'ask-for-room':
    case 'undo-end':
      return stepOrder(input, state, order, moment);
    default:
      return assertNever(order);
  }
};

const stepOrder = (
  input: SittingInput,
  state: SittingState,
  order: Of<'ask-for-room' | 'collect' | 'defer' | 'dispatch' | 'end' | 'undo-end'>,
  moment: Moment,
): Answer => {
  const outcome = behaviourIn(input, state).onOrder(sceneOf(input, state), order, moment);
  return isRefusal(outcome) ? outcome : settle(input, state, outcome, moment);
};

const bookClock = (input: SittingInput, state: SittingState, order: ClockOrder, moment: Moment): Answer => {
  const scene = sceneOf(input, state);
  const clock = behaviourIn(input, state).clock(scene);
  if (!clock) return refuse('NOT_NOW');
  // What was accepted for this clock counts for it, whatever two replicas' clocks say of the first instant.
  const at = Math.max(moment.at, clock.startedAt);
  const booked = book(state.ledger, order, { ...moment, at });
  if (isRefusal(booked)) return booked;
  const events = stamped([booked.event], moment, scene.step.id);
  return { state: { ...state, ledger: booked.ledger }, events, errands: [] };
};

const asks = (step: StepMachine, requirement: Of<'waive'>['requirement']): boolean => {
  if (step.kind === 'cameras') return requirement === 'second-camera';
  return step.kind === 'device-check' && step.require.some((each) => each === requirement);
};

const waive = (input: SittingInput, state: SittingState, order: Of<'waive'>, moment: Moment): Answer => {
  const { step: stepId, requirement, reason } = order;
  const index = input.flow.steps.findIndex((step) => step.id === stepId && asks(step, requirement));
  if (index < 0) return refuse('NOT_FOUND');
  const before = state.waived.find((each) => each.step === stepId && each.requirement === requirement);
  if (before) return refuse('ALREADY_DONE', { by: before.by, at: before.at });
  if (index < state.index) return refuse('NOT_NOW');
  const { at, by } = moment;
  const events = stamped([{ kind: 'requirement.waived', details: { requirement, reason } }], moment, stepId);
  const waived = [...state.waived, { step: stepId, requirement, by, at }];
  return { state: { ...state, waived }, events, errands: [] };
};

const afterTheEnd = (
  input: SittingInput,
  state: SittingState,
  order: SittingOrder,
  moment: Moment,
): Answer => {
  const first = { by: state.over?.by, at: state.over?.at };
  if (order.kind === 'end') return refuse('ALREADY_DONE', first);
  if (order.kind === 'undo-end') return refuse('UNDO_EXPIRED', first);
  return order.kind === 'reopen' ? reopen(input, state, order, moment) : refuse('ALREADY_OVER', first);
};

/** Where the last step can go on, it does; a sitting that only its room closed goes on where it was. */
const reopen = (input: SittingInput, state: SittingState, order: Of<'reopen'>, moment: Moment): Answer => {
  const { at, by } = moment;
  const open = { ...reopened(state, at), reopened: { by, at } };
  const drafts = [{ kind: 'sitting.reopened', details: { ms: order.ms, reason: order.reason } }];
  const events = stamped(drafts, moment, null);
  if (state.over?.cause === 'room-closed') return { state: open, events, errands: [] };
  const outcome = behaviourIn(input, open).onOrder(sceneOf(input, open), order, moment);
  if (isRefusal(outcome)) return outcome;
  const change = settle(input, open, outcome, moment);
  return { ...change, events: [...events, ...change.events] };
};

export const reopened = (state: SittingState, at: number): SittingState => ({
  ...state,
  over: null,
  progress: state.progress.map((each, index) => (index === state.index ? { status: 'now', at } : each)),
});
