import { assertNever } from '../protocol/assert-never';
import type { RoomInput, RoomOrderRequest } from '../messages';
import type { OutageOrder, RoomOrder } from '../protocol/orders.schema';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import type { Done, RoomChange, RoomState } from './state';

type Of<K extends RoomOrder['kind']> = Extract<RoomOrder, { kind: K }>;
type Invite = Of<'invite'>;
type Answer = RoomState | Refusal;

/** An order of the room as its next number, or a no. Numbers have no gaps and instants never go back. */
export const takeRoomOrder = (
  { roomId }: RoomInput,
  state: RoomState,
  { order, receivedAt, by }: Omit<RoomOrderRequest, 'commandId'>,
): RoomChange | Refusal => {
  const seq = state.lastSeq + 1;
  const effectiveAt = Math.max(receivedAt, state.effectiveAt);
  const after = follow(state, order, { by, at: effectiveAt }, seq);
  if (isRefusal(after)) return after;
  const to = order.kind === 'invite' ? order.sittingId : null;
  return {
    state: { ...after, revision: state.revision + 1, lastSeq: seq, effectiveAt },
    order: { roomId, seq, to, effectiveAt, by, order },
  };
};

const second = (first: Done | null): Refusal =>
  first ? refuse('ALREADY_DONE', { by: first.by, at: first.at }) : refuse('NOT_NOW');

const follow = (state: RoomState, order: RoomOrder | OutageOrder, done: Done, seq: number): Answer => {
  if (state.isClosed && order.kind !== 'reopen') {
    return order.kind === 'close' ? second(state.closed) : refuse('ROOM_CLOSED', { ...state.closed });
  }
  switch (order.kind) {
    case 'invite':
      return invite(state, order, done, seq);
    case 'pause':
      return state.paused ? second(state.paused) : { ...state, paused: done };
    case 'resume':
      return state.paused ? { ...state, paused: null, resumed: done } : second(state.resumed);
    case 'extend':
    case 'our-outage':
      return state;
    case 'dispatch':
      return dispatch(state, order, done);
    case 'collect':
      return collect(state, order.paper, done);
    case 'fall-back-video':
      return fallBack(state, done);
    case 'close':
      return taken(state) ?? { ...state, isClosed: true, closed: done, paused: null };
    case 'reopen':
      return state.isClosed ? { ...state, isClosed: false, reopened: done } : second(state.reopened);
    default:
      return assertNever(order);
  }
};

/** Once a paper has opened it is out; before, a later order moves it. */
const dispatch = (state: RoomState, { paper, at }: Of<'dispatch'>, done: Done): Answer => {
  const papers = state.papers ?? [];
  const before = papers.find((each) => each.paper === paper);
  if (before && before.opensAt <= done.at)
    return refuse('ALREADY_DONE', { by: before.by, at: before.opensAt });
  const dispatched = { paper, opensAt: Math.max(at ?? done.at, done.at), by: done.by };
  return { ...state, papers: [...papers.filter((each) => each !== before), dispatched] };
};

/** Papers that open by themselves are unknown here: only one that is known to be still ahead cannot be collected. */
const collect = (state: RoomState, paper: string, { at }: Done): Answer => {
  const ahead = state.papers?.find((each) => each.paper === paper && each.opensAt > at);
  return ahead ? refuse('NOT_NOW', { opensAt: ahead.opensAt }) : state;
};

/** Two who answer the same alarm mean one switch; a bridge that fails again later is switched again. */
const SAME_ALARM_MS = 60_000;

const fallBack = (state: RoomState, done: Done): Answer =>
  state.video && done.at - state.video.at < SAME_ALARM_MS ? second(state.video) : { ...state, video: done };

/** One candidate at a time: the loser of the race is told who took the room, for whom and when. */
const taken = ({ occupant }: RoomState): Refusal | null =>
  occupant &&
  refuse('ROOM_OCCUPIED', {
    sittingId: occupant.sittingId,
    phase: occupant.phase,
    by: occupant.by,
    at: occupant.since,
  });

const invite = (state: RoomState, { sittingId }: Invite, { by, at }: Done, seq: number): Answer => {
  if (state.paused) return refuse('NOT_NOW', { pausedSince: state.paused.at, by: state.paused.by });
  if (state.occupant?.sittingId === sittingId) {
    return refuse('ALREADY_DONE', { by: state.occupant.by, at: state.occupant.since });
  }
  return taken(state) ?? { ...state, occupant: { sittingId, phase: 'invited', by, since: at, seq } };
};
