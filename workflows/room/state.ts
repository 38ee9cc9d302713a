import type { NumberedOrder, RoomInput } from '../messages';
import type { DispatchedPaper } from '../protocol/machine';
import type { RoomView } from '../protocol/views.schema';

export interface Done {
  readonly by: string;
  readonly at: number;
}

/** Who has the exam room, and the invitation that gave it to him (null: a sitting that was reopened). */
export interface Occupant {
  readonly sittingId: string;
  readonly phase: 'invited' | 'inside';
  readonly by: string;
  readonly since: number;
  readonly seq: number | null;
}

/** All that a room knows; the roster is MariaDB's. */
export interface RoomState {
  readonly revision: number;
  readonly isClosed: boolean;
  readonly lastSeq: number;
  readonly effectiveAt: number;
  readonly occupant: Occupant | null;
  /** Reopened sittings that are inside although the room was taken: it is free when they too have left. */
  readonly others: readonly Occupant[];
  readonly paused: Done | null;
  /** The last of each, for whoever comes second. */
  readonly resumed: Done | null;
  readonly closed: Done | null;
  readonly reopened: Done | null;
  /** Who moved the open stages off their video provider last; absent: nobody yet. */
  readonly video?: Done;
  /** Papers by their step, with when they open; absent: none yet. */
  readonly papers?: readonly DispatchedPaper[];
}

export interface RoomChange {
  readonly state: RoomState;
  readonly order: NumberedOrder;
}

export const openRoom = (): RoomState => ({
  revision: 1,
  isClosed: false,
  lastSeq: 0,
  effectiveAt: 0,
  occupant: null,
  others: [],
  paused: null,
  resumed: null,
  closed: null,
  reopened: null,
});

const phaseOf = ({ isClosed, paused }: RoomState): RoomView['phase'] => {
  if (isClosed) return 'closed';
  return paused ? 'paused' : 'open';
};

export const roomView = ({ roomId }: RoomInput, state: RoomState): RoomView => ({
  roomId,
  revision: state.revision,
  phase: phaseOf(state),
  lastSeq: state.lastSeq,
  occupant: state.occupant && {
    sittingId: state.occupant.sittingId,
    phase: state.occupant.phase,
    by: state.occupant.by,
    since: state.occupant.since,
  },
  pausedSince: state.paused?.at ?? null,
  ...(state.video && { video: { since: state.video.at, by: state.video.by } }),
  ...(state.papers && { papers: [...state.papers] }),
});
