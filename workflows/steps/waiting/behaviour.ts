import {
  event,
  STAMP_GRACE_MS,
  type Effect,
  type Moment,
  type Outcome,
  type StepBehaviour,
} from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';
import { assertNever } from '#protocol/assert-never';
import { invite } from './invite';
import { backInQueue, type Invited, type WaitingState } from './state';

const MORE_TIME_MS = 60_000;
const MINUTE_MS = 60_000;
/** Two officers who defer the same candidate within this mean one deferral: neither saw the other's. */
const AT_ONCE_MS = 10_000;

const toRoom = (
  change: Extract<Effect, { kind: 'tell-room' }>['change'],
  at: number,
  seq: number,
  code: string | null = null,
): Effect => ({ kind: 'tell-room', change, at, code, seq });

const accept = (state: Invited, { at }: Moment) => {
  if (at > state.expiresAt) return refuse('TOO_LATE', { closedAt: state.expiresAt });
  const effects = [toRoom('entered', at, state.seq)];
  return { state, events: [event('waiting.accepted', { seq: state.seq })], effects, done: 'done' as const };
};

const moreTime = (state: Invited, { at }: Moment) => {
  if (state.moreTimeGiven) return refuse('NO_MORE_TIME');
  if (at > state.expiresAt) return refuse('TOO_LATE', { closedAt: state.expiresAt });
  const expiresAt = state.expiresAt + MORE_TIME_MS;
  const events = [event('waiting.more-time', { expiresAt })];
  return { state: { ...state, expiresAt, moreTimeGiven: true }, events };
};

/** Missed once: to the end of the queue. Missed again: the officer talks first. Never absent by itself. */
const expire = (state: Invited, roomPaused: boolean) => {
  const { expiresAt, seq } = state;
  if (roomPaused) {
    const effects = [toRoom('declined', expiresAt, seq, 'ROOM_PAUSED')];
    return { state: backInQueue(state), events: [event('waiting.invitation-void', { seq })], effects };
  }
  const missed = state.missed + 1;
  const events = [event('waiting.missed', { seq, missed })];
  const effects = [toRoom('missed', expiresAt, seq)];
  const queued = { ...backInQueue(state), missed };
  if (missed > 1) return { state: { ...queued, phase: 'must-be-called' as const }, events, effects };
  return { state: { ...queued, deferrals: state.deferrals + 1 }, events, effects };
};

const defer = (
  before: WaitingState,
  { at, by }: Moment,
  reason: string | null,
): Outcome<WaitingState> | Refusal => {
  const first = before.deferred;
  if (first && first.by !== by && at - first.at < AT_ONCE_MS) return refuse('ALREADY_DONE', { ...first });
  const deferrals = before.deferrals + 1;
  const events = [event('waiting.deferred', { deferrals, reason })];
  const state = { ...before, deferrals, deferred: { by, at } };
  if (state.phase === 'must-be-called') return { state, events };
  const effects = state.phase === 'invited' ? [toRoom('declined', at, state.seq, 'DEFERRED')] : [];
  return { state: backInQueue(state), events, effects };
};

/** 2.1.6 and 2.1.8: a place in the queue, and the invitation to the exam room. */
export const waiting: StepBehaviour<'waiting', WaitingState> = {
  ...untimed,
  enter: (_step, _around, { at }) => ({
    state: { phase: 'queued', enteredAt: at, deferrals: 0, missed: 0 },
    events: [],
  }),
  accept({ state }, command, moment) {
    switch (command.name) {
      case 'waiting.accept':
        return state.phase === 'invited' ? accept(state, moment) : refuse('NOT_NOW');
      case 'waiting.more-time':
        return state.phase === 'invited' ? moreTime(state, moment) : refuse('NOT_NOW');
      case 'waiting.away': {
        if (state.phase !== 'queued' && state.phase !== 'away') return refuse('NOT_NOW');
        const until = moment.at + command.minutes * MINUTE_MS;
        return {
          state: { ...backInQueue(state), phase: 'away', until },
          events: [event('waiting.away', { until })],
        };
      }
      case 'waiting.back':
        return state.phase === 'away'
          ? { state: backInQueue(state), events: [event('waiting.back')] }
          : refuse('NOT_NOW');
      default:
        return assertNever(command);
    }
  },
  onOrder({ step, state }, order, moment) {
    if (order.kind === 'invite') return invite(step, state, order, moment);
    if (order.kind === 'defer') return defer(state, moment, order.reason ?? null);
    return refuse('NOT_NOW');
  },
  deadline({ state }) {
    if (state.phase === 'away') return state.until;
    return state.phase === 'invited' ? state.expiresAt + STAMP_GRACE_MS : null;
  },
  onDeadline({ state, around }) {
    if (state.phase === 'invited') return expire(state, around.roomPaused);
    return { state: backInQueue(state), events: [event('waiting.back')] };
  },
  view({ state: { deferred: _deferred, ...state } }) {
    if (state.phase !== 'invited') return { kind: 'waiting', ...state };
    const { seq: _seq, ...shown } = state;
    return { kind: 'waiting', ...shown };
  },
};
