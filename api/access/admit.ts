import type { Who } from '#contract/endpoint';
import { holds, may, type Ability } from '#protocol/policies';
import { AppError } from '../errors';
import type { Place } from './places';
import type { Principal, StaffPrincipal } from './principal';

/**
 * Lets a person through to an endpoint, by what the endpoint declares.
 * @throws AppError NOT_SIGNED_IN, NOT_ALLOWED
 */
export function admit(who: Who, principal: Principal): void {
  if (who === 'anyone') return;
  if (principal.kind === 'nobody') throw new AppError('NOT_SIGNED_IN');
  if (!fits(who, principal)) throw new AppError('NOT_ALLOWED');
}

function fits(who: Exclude<Who, 'anyone'>, principal: Exclude<Principal, { kind: 'nobody' }>): boolean {
  if (who === 'signed-in') return true;
  if (who === 'candidate') return principal.kind === 'candidate' && principal.position === 1;
  if (who === 'device') return principal.kind === 'candidate';
  if (principal.kind !== 'staff') return false;
  return who === 'staff' || holds(principal.role, who.ability);
}

/**
 * Staff meet only the rooms and sittings that are theirs; another's is as good as absent.
 * @throws AppError NOT_FOUND
 */
export function admitToPlace(who: Who, principal: Principal, place: Place): void {
  if (principal.kind !== 'staff') throw new AppError('NOT_ALLOWED');
  const ability: Ability = typeof who === 'object' ? who.ability : 'look into a room';
  if (!belongsTo(principal, ability, place)) throw new AppError('NOT_FOUND');
}

function belongsTo(staff: StaffPrincipal, ability: Ability, place: Place): boolean {
  if (place.roomId === null) return staff.examId === null || staff.examId === place.examId;
  return may(staff, ability, { id: place.roomId, examId: place.examId });
}
