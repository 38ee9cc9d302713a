import type { ConsoleRow } from '#protocol/live.schema';
import type { RoomView } from '#protocol/views.schema';
import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import { presentStaffView } from '../presenters/staff-view';
import type { StaffPresent } from '../presence/where';
import type { Refresh } from './room-refresh';
import { RoomState } from './room-state';

const EVERYTHING = {
  all: true,
  sittings: new Set<string>(),
  presence: new Set<string>(),
  room: true,
  staff: true,
  sealed: true,
};

interface Console {
  readonly room: RoomView;
  readonly rows: ConsoleRow[];
  readonly staff: StaffPresent[];
}

/** What a console shows before its stream says anything: the same reading as the stream's. */
export function createConsoles(refresh: Refresh) {
  /** @throws AppError UNAVAILABLE when MariaDB is away */
  return async (who: StaffPrincipal, place: RoomPlace): Promise<Console> => {
    const state = new RoomState(place.roomId);
    if (!(await refresh.read(state, place, EVERYTHING))) throw new AppError('UNAVAILABLE');
    state.renewRows();
    const viewer = { role: who.role, sealed: state.sealedBy(who.staffId) };
    const rows = [...state.rows.values()].map(({ row }) => ({
      ...row,
      staff: row.staff && presentStaffView(row.staff, viewer),
    }));
    return { room: state.room, rows, staff: state.staff() };
  };
}
export type Consoles = ReturnType<typeof createConsoles>;
