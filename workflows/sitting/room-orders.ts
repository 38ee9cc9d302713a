import { assertNever } from '../protocol/assert-never';
import type { NumberedOrder, SittingInput } from '../messages';
import type { Ledger } from '../protocol/clock';
import type { Effect, EventDraft, Moment } from '../protocol/machine';
import type { OutageOrder, RoomOrder } from '../protocol/orders.schema';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import { fallBackWithRoom } from './fall-back';
import { extendIn, outageIn, pauseIn, resumeIn } from './ledger-orders';
import { reopened } from './orders';
import { close, settle, stamped } from './settle';
import { behaviourIn, sceneOf, stepAt, type Change, type SittingState } from './state';

/** What is new of a pull, in its order, whatever order or number of times it came in. */
export const inOrder = (orders: readonly NumberedOrder[], after: number): readonly NumberedOrder[] => {
  const sorted = orders.filter(({ seq }) => seq > after).toSorted((a, b) => a.seq - b.seq);
  return sorted.filter(({ seq }, index) => seq !== sorted[index - 1]?.seq);
};

/** A room order is never refused here: the room took it. What it cannot do to this sitting, it does not. */
export const applyRoomOrder = (
  input: SittingInput,
  before: SittingState,
  { seq, order }: NumberedOrder,
  moment: Moment,
): Change => {
  const state = { ...before, roomSeq: seq };
  switch (order.kind) {
    case 'invite':
      return beInvited(input, state, seq, order, moment);
    case 'pause':
    case 'resume':
    case 'extend':
    case 'our-outage':
      return bookRoom(state, order, moment);
    case 'dispatch':
      return dispatchPaper(input, state, order, moment);
    case 'collect':
      return collectPaper(input, state, order.paper, moment);
    case 'fall-back-video':
      return fallBackWithRoom(input, state, moment);
    case 'close':
      return roomClosed(input, state, moment);
    case 'reopen':
      return roomReopened(state, moment);
    default:
      return assertNever(order);
  }
};

const noted = (state: SittingState, draft: EventDraft, moment: Moment): Change => ({
  state,
  events: stamped([draft], moment, null),
  errands: [],
});

type RoomClockOrder = Extract<RoomOrder, { kind: 'pause' | 'resume' | 'extend' }> | OutageOrder;

const roomEntry = (ledger: Ledger, order: RoomClockOrder, moment: Moment): Ledger | Refusal => {
  switch (order.kind) {
    case 'pause':
      return pauseIn(ledger, 'room-pause', moment);
    case 'resume':
      return resumeIn(ledger, 'room-pause', moment);
    case 'extend':
      return extendIn(ledger, order.ms, moment);
    case 'our-outage':
      return outageIn(ledger, order, moment);
  }
};

/** Booked whether a clock runs or not: one that starts later, from a stamp before this order, needs it too. */
const bookRoom = (state: SittingState, order: RoomClockOrder, moment: Moment): Change => {
  const { kind, ...details } = order;
  const booked = roomEntry(state.ledger, order, moment);
  const ledger = isRefusal(booked) ? state.ledger : booked;
  return noted({ ...state, ledger }, { kind: `room.${kind}`, details }, moment);
};

const beInvited = (
  input: SittingInput,
  state: SittingState,
  seq: number,
  order: Extract<RoomOrder, { kind: 'invite' }>,
  moment: Moment,
): Change => {
  const invitation = { kind: 'invite' as const, seq, called: order.called, reason: order.reason ?? null };
  const outcome = state.over
    ? refuse('ALREADY_OVER')
    : behaviourIn(input, state).onOrder(sceneOf(input, state), invitation, moment);
  if (!isRefusal(outcome)) return settle(input, state, outcome, moment);
  const code = outcome.refused;
  const effect: Effect = { kind: 'tell-room', change: 'declined', at: moment.seenAt, code, seq };
  const change = noted(state, { kind: 'waiting.invitation-void', details: { seq, code } }, moment);
  return { ...change, errands: [{ stepId: stepAt(input, state.index).id, effect }] };
};

const stepOrderOf = (
  input: SittingInput,
  state: SittingState,
  paper: string,
  order: { kind: 'collect' } | { kind: 'dispatch-paper'; opensAt: number },
  moment: Moment,
): Change | null => {
  if (state.over || stepAt(input, state.index).id !== paper) return null;
  const outcome = behaviourIn(input, state).onOrder(sceneOf(input, state), order, moment);
  return isRefusal(outcome) ? null : settle(input, state, outcome, moment);
};

/** Remembered also before the step is reached: a late comer gets what was dispatched, on the same clock. */
const dispatchPaper = (
  input: SittingInput,
  state: SittingState,
  { paper, at }: Extract<RoomOrder, { kind: 'dispatch' }>,
  moment: Moment,
): Change => {
  const opensAt = Math.max(at ?? moment.at, moment.at);
  const others = (state.dispatched ?? []).filter((each) => each.paper !== paper);
  const known = { ...state, dispatched: [...others, { paper, opensAt, by: moment.by }] };
  const change = stepOrderOf(input, known, paper, { kind: 'dispatch-paper', opensAt }, moment);
  return change ?? noted(known, { kind: 'room.dispatch', details: { paper, opensAt } }, moment);
};

const collectPaper = (input: SittingInput, state: SittingState, paper: string, moment: Moment): Change =>
  stepOrderOf(input, state, paper, { kind: 'collect' }, moment) ??
  noted(state, { kind: 'room.collect', details: { paper } }, moment);

/** The doors are shut: whoever is not over is now, and no pause of the room outlives it. */
const roomClosed = (input: SittingInput, state: SittingState, moment: Moment): Change => {
  const resumed = resumeIn(state.ledger, 'room-pause', moment);
  const ledger = isRefusal(resumed) ? state.ledger : resumed;
  const change = noted({ ...state, ledger }, { kind: 'room.close', details: {} }, moment);
  if (state.over) return change;
  return leave(input, close(change, { at: moment.at, by: moment.by, cause: 'room-closed' }), moment);
};

/** Tells the room that this candidate is not inside, whatever it believes. */
export const leave = (input: SittingInput, change: Change, moment: Moment): Change => {
  const left: Effect = { kind: 'tell-room', change: 'left', at: moment.at, code: null, seq: null };
  const stepId = stepAt(input, change.state.index).id;
  const abandoned = behaviourIn(input, change.state).abandon?.(sceneOf(input, change.state), moment) ?? [];
  const errands = [left, ...abandoned].map((effect) => ({ stepId, effect }));
  return { ...change, errands: [...change.errands, ...errands] };
};

const roomReopened = (state: SittingState, moment: Moment): Change => {
  const open = state.over?.cause === 'room-closed' ? reopened(state, moment.at) : state;
  return noted(open, { kind: 'room.reopen', details: {} }, moment);
};
