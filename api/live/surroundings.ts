import type { Surroundings } from '#protocol/live.schema';
import { holds } from '#protocol/policies';
import type { RoomView } from '#protocol/views.schema';
import { signatureOf } from '../presence/judge';
import type { Talk } from '../presence/talks';
import type { StaffPresent } from '../presence/where';
import { estimateMs, type Queue } from './queue';

/** What all candidates of a room have around them. */
export interface RoomAround {
  readonly room: RoomView;
  readonly queue: Queue;
  readonly talks: readonly Talk[];
  readonly staff: readonly StaffPresent[];
  /** Sittings whose pictures are being compared, in the order of their turn. */
  readonly comparing: readonly string[];
}

export function surroundingsOf(
  around: RoomAround,
  sittingId: string,
  { presence, outages }: Pick<Surroundings, 'presence' | 'outages'>,
  now: number,
): Surroundings {
  const { room, queue, comparing } = around;
  const ahead = queue.ahead.get(sittingId);
  const checksAhead = comparing.indexOf(sittingId);
  return {
    queue:
      ahead === undefined
        ? null
        : { ahead, total: queue.total, estimateMs: estimateMs(queue, sittingId, now) },
    officer: officerFor(around, sittingId),
    room: { phase: room.phase, somebodyInside: room.occupant?.phase === 'inside' },
    faceChecksAhead: checksAhead < 0 ? null : checksAhead,
    presence,
    ...(outages && outages.length > 0 && { outages }),
  };
}

function officerFor({ talks, staff }: RoomAround, sittingId: string): Surroundings['officer'] {
  const withYou = talks.find((talk) => talk.sittingId === sittingId);
  if (withYou) return { name: withYou.name, state: 'with-you' };
  const officers = staff.filter(receives);
  const free = officers.find(({ staffId }) => !talks.some((talk) => talk.staffId === staffId));
  if (free) return { name: free.name, state: 'there' };
  const busy = officers[0];
  return busy ? { name: busy.name, state: 'with-another' } : { name: null, state: 'nobody' };
}

/** Support may talk to somebody who called for help, but does not receive candidates. */
const receives = ({ role }: StaffPresent): boolean =>
  role !== 'support' && holds(role, 'talk with a candidate in the waiting area');

/** Changes exactly when the candidate's page has something new to show. */
export const surroundingsSignature = ({ presence, ...rest }: Surroundings): string =>
  `${JSON.stringify(rest)}|${signatureOf(presence[1])}|${signatureOf(presence[2])}`;
