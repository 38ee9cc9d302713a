import type { RoomOrder, SittingOrder } from '#protocol/orders.schema';
import { holds, type Ability, type StaffRole } from '#protocol/policies';
import { AppError } from '../errors';

/** What somebody has to hold to give an order, by its kind. */
const toRoom = {
  invite: 'invite a candidate',
  pause: 'order the whole room',
  resume: 'order the whole room',
  extend: 'order the whole room',
  close: 'order the whole room',
  'fall-back-video': 'switch the video',
  reopen: 'order the whole room',
  dispatch: 'order the whole room',
  collect: 'order the whole room',
} as const satisfies Record<RoomOrder['kind'], Ability>;

const toSitting = {
  defer: 'defer a candidate',
  waive: 'waive a requirement',
  dispatch: 'dispatch a question',
  collect: 'end a sitting',
  extend: 'give time',
  credit: 'give time',
  pause: 'pause a clock',
  resume: 'pause a clock',
  end: 'end a sitting',
  'undo-end': 'end a sitting',
  'ask-for-room': 'give time',
  reopen: 'reopen a sitting',
} as const satisfies Record<SittingOrder['kind'], Ability>;

export const roomOrderAbilities: Readonly<Record<RoomOrder['kind'], Ability>> = toRoom;
export const sittingOrderAbilities: Readonly<Record<SittingOrder['kind'], Ability>> = toSitting;

/** @throws AppError NOT_ALLOWED */
export function demandAbility(role: StaffRole, ability: Ability): void {
  if (!holds(role, ability)) throw new AppError('NOT_ALLOWED', { ability });
}
