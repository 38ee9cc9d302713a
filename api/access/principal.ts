import type { StaffRole } from '#protocol/policies';
import type { Who } from '#contract/endpoint';

/** A candidate's device. Position 1 sits the exam; position 2 is the second camera. */
export interface CandidatePrincipal {
  readonly kind: 'candidate';
  readonly sessionId: string;
  readonly sittingId: string;
  readonly examId: string;
  readonly roomId: string;
  readonly name: string;
  readonly ticket: string;
  readonly position: 1 | 2;
}

export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly sessionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Null: every exam of the institution. */
  readonly examId: string | null;
  readonly roomIds: readonly string[];
}

export interface Nobody {
  readonly kind: 'nobody';
}

export type Principal = Nobody | CandidatePrincipal | StaffPrincipal;

/** Who can have reached a handler of an endpoint declared for `W`. */
export type PrincipalOf<W extends Who> = W extends 'anyone'
  ? Principal
  : W extends 'signed-in'
    ? CandidatePrincipal | StaffPrincipal
    : W extends 'candidate' | 'device'
      ? CandidatePrincipal
      : StaffPrincipal;

/** How a person appears in stamps, events and the audit: `candidate` or `staff:<id>`. */
export const byOf = (principal: CandidatePrincipal | StaffPrincipal): string =>
  principal.kind === 'staff' ? `staff:${principal.staffId}` : 'candidate';

/** What a log line says of a person: an id, never a name. */
export const logNameOf = (principal: Principal): string => {
  if (principal.kind === 'nobody') return 'nobody';
  return principal.kind === 'staff'
    ? `staff:${principal.staffId}`
    : `sitting:${principal.sittingId}#${principal.position}`;
};
