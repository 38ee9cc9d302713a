import type { ConsoleRow } from '#protocol/live.schema';
import type { RoomView } from '#protocol/views.schema';
import { nextInQueue } from '../console/queue-order';
import { silent, stepOf } from '../console/row-state';

/** Whether an invitation can be given now, and if not, the one reason that counts. */
export type InviteState =
  | { readonly state: 'next' | 'early' | 'silent' | 'call-in' }
  | { readonly state: 'not-waiting' | 'paused' | 'closed' | 'must-call' | 'invited' }
  | { readonly state: 'away'; readonly until: number }
  | { readonly state: 'occupied'; readonly by: string; readonly since: number; readonly sittingId: string }
  | { readonly state: 'inside'; readonly sittingId: string };

interface Situation {
  readonly row: ConsoleRow;
  readonly rows: readonly ConsoleRow[];
  readonly room: RoomView;
  /** This member of staff is talking with the candidate: then one who missed twice may be called in. */
  readonly talking: boolean;
}

function roomBars({ row, room }: Situation): InviteState | null {
  if (room.phase !== 'open') return { state: room.phase };
  const { occupant } = room;
  if (!occupant) return null;
  if (occupant.sittingId === row.sittingId) return { state: 'invited' };
  if (occupant.phase === 'inside') return { state: 'inside', sittingId: occupant.sittingId };
  return { state: 'occupied', by: occupant.by, since: occupant.since, sittingId: occupant.sittingId };
}

export function inviteState(situation: Situation): InviteState {
  const { row, rows, talking } = situation;
  const waiting = stepOf(row, 'waiting');
  if (!waiting) return { state: 'not-waiting' };
  const barred = roomBars(situation);
  if (barred) return barred;
  if (waiting.phase === 'invited') return { state: 'invited' };
  if (waiting.phase === 'must-be-called') return { state: talking ? 'call-in' : 'must-call' };
  if (waiting.phase === 'away')
    return talking ? { state: 'call-in' } : { state: 'away', until: waiting.until };
  if (silent(row.presence[1])) return { state: 'silent' };
  return { state: nextInQueue(rows)?.sittingId === row.sittingId ? 'next' : 'early' };
}
