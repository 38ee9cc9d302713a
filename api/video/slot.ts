import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';

export type Somebody = CandidatePrincipal | StaffPrincipal;

/** Who may speak for a peer: a device of the candidate, or a member of staff. */
export const slotOf = (who: Somebody): string =>
  who.kind === 'staff' ? staffSlot(who.staffId) : candidateSlot(who.sittingId, who.position);

export const staffSlot = (staffId: string) => `staff:${staffId}`;
export const candidateSlot = (sittingId: string, position: 1 | 2) => `candidate:${sittingId}:${position}`;
export const isCandidateSlot = (slot: string) => slot.startsWith('candidate:');
