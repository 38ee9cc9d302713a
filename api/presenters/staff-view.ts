import { holds, type StaffRole } from '#protocol/policies';
import type { StaffView } from '#protocol/views.schema';

type View = StaffView['view'];

/** Who reads a console. `sealed`: sittings whose sheet this examiner has sealed. */
export interface Viewer {
  readonly role: StaffRole;
  readonly sealed: ReadonlySet<string>;
}

/**
 * Scoring examiners are not to be swayed: they learn of identity only after sealing their own sheet. Others
 * without the ability never do.
 */
export const seesIdentity = ({ role, sealed }: Viewer, sittingId: string): boolean =>
  holds(role, 'look at identity pictures') || (holds(role, 'score a candidate') && sealed.has(sittingId));

/** The same view with everything about identity as it is before anything happened. */
export const withoutIdentity = (staff: StaffView): StaffView => ({
  ...staff,
  view: {
    ...staff.view,
    identity: 'not-yet',
    steps: staff.view.steps.map(plainStep),
    step: plainFaceCheck(staff.view.step),
  },
  identity: { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 },
});

export const presentStaffView = (staff: StaffView, viewer: Viewer): StaffView =>
  seesIdentity(viewer, staff.view.sittingId) ? staff : withoutIdentity(staff);

/** A face check that was passed on to a person shows as done. */
const plainStep = (step: View['steps'][number]): View['steps'][number] =>
  step.kind === 'face-check' && step.status === 'passed-on' ? { ...step, status: 'done' } : step;

/** Neither attempts nor failures. */
const plainFaceCheck = (step: View['step']): View['step'] =>
  step?.kind === 'face-check'
    ? { kind: 'face-check', phase: 'notice', attempts: step.attempts, attemptsLeft: step.attempts }
    : step;
