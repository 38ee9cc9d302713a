import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';

export type Somebody = CandidatePrincipal | StaffPrincipal;

/**
 * A place on a stage: each device of the candidate and each member of staff has one, so that a page that reloads
 * replaces its former self.
 */
export const slotOf = (who: Somebody): string =>
  who.kind === 'staff' ? staffSlot(who.staffId) : candidateSlot(who.sittingId, who.position);

export const staffSlot = (staffId: string) => `staff:${staffId}`;
export const candidateSlot = (sittingId: string, position: 1 | 2) => `candidate:${sittingId}:${position}`;
export const isCandidateSlot = (slot: string) => slot.startsWith('candidate:');
