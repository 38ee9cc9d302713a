import { assertNever } from '../protocol/assert-never';
import type { Occupancy } from '../messages';
import type { Occupant, RoomState } from './state';

/** What a sitting says of itself; null when it is no news, such as a late answer to an earlier invitation. */
export const takeOccupancy = (state: RoomState, news: Occupancy): RoomState | null => {
  switch (news.change) {
    case 'entered':
      return entered(state, news);
    case 'left':
      return left(state, news.sittingId);
    case 'declined':
    case 'missed':
      return isAnswer(state, news) ? free(state) : null;
    default:
      return assertNever(news.change);
  }
};

const isAnswer = ({ occupant }: RoomState, { sittingId, seq }: Occupancy): boolean =>
  occupant?.phase === 'invited' && occupant.sittingId === sittingId && occupant.seq === seq;

const changed = (state: RoomState): RoomState => ({ ...state, revision: state.revision + 1 });

const entered = (state: RoomState, { sittingId, at, seq }: Occupancy): RoomState => {
  const { occupant, others } = state;
  if (occupant?.sittingId === sittingId) {
    return changed({ ...state, occupant: { ...occupant, phase: 'inside', since: at, seq } });
  }
  const inside: Occupant = { sittingId, phase: 'inside', by: 'system', since: at, seq };
  return changed(occupant ? { ...state, others: [...others, inside] } : { ...state, occupant: inside });
};

const left = (state: RoomState, sittingId: string): RoomState | null => {
  if (state.occupant?.sittingId === sittingId) return free(state);
  const others = state.others.filter((each) => each.sittingId !== sittingId);
  return others.length < state.others.length ? changed({ ...state, others }) : null;
};

/** Frees the room, or gives it to who is inside as well. */
export const free = (state: RoomState): RoomState => {
  const [occupant = null, ...others] = state.others;
  return changed({ ...state, occupant, others });
};
