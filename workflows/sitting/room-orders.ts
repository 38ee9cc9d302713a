import { assertNever } from '../protocol/assert-never';
import type { NumberedOrder, SittingInput } from '../messages';
import type { Ledger } from '../protocol/clock';
import type { Effect, EventDraft, Moment } from '../protocol/machine';
import type { RoomOrder } from '../protocol/orders.schema';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import { extendIn, pauseIn, resumeIn } from './ledger-orders';
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
      return bookRoom(state, order, moment);
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

type RoomClockOrder = Extract<RoomOrder, { kind: 'pause' | 'resume' | 'extend' }>;

const roomEntry = (ledger: Ledger, order: RoomClockOrder, moment: Moment): Ledger | Refusal => {
  switch (order.kind) {
    case 'pause':
      return pauseIn(ledger, 'room-pause', moment);
    case 'resume':
      return resumeIn(ledger, 'room-pause', moment);
    case 'extend':
      return extendIn(ledger, order.ms, moment);
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

/** The doors are shut: whoever is not over is now, and no pause of the room outlives it. */
const roomClosed = (input: SittingInput, state: SittingState, moment: Moment): Change => {
  const resumed = resumeIn(state.ledger, 'room-pause', moment);
  const ledger = isRefusal(resumed) ? state.ledger : resumed;
  const change = noted({ ...state, ledger }, { kind: 'room.close', details: {} }, moment);
  if (state.over) return change;
  return leave(input, close(change, { at: moment.at, by: moment.by, cause: 'room-closed' }), moment);
};

/** Tells the room that this candidate is not inside, whatever it believes. */
export const leave = (input: SittingInput, change: Change, { at }: Moment): Change => {
  const effect: Effect = { kind: 'tell-room', change: 'left', at, code: null, seq: null };
  const stepId = stepAt(input, change.state.index).id;
  return { ...change, errands: [...change.errands, { stepId, effect }] };
};

const roomReopened = (state: SittingState, moment: Moment): Change => {
  const open = state.over?.cause === 'room-closed' ? reopened(state, moment.at) : state;
  return noted(open, { kind: 'room.reopen', details: {} }, moment);
};
