import { ulid } from 'ulid';
import { staffRoles } from '#protocol/policies';
import type { StaffView } from '#protocol/views.schema';
import { staffViewIn } from '../live/test/views';
import { presentStaffView } from './staff-view';

const sittingId = ulid();
const flagged = (): StaffView => {
  const staff = staffViewIn(sittingId, 'waiting', {
    identity: { status: 'open', caseId: 'c', reason: 'no-match', attemptsUsed: 3 },
  });
  const steps = staff.view.steps.map((step) =>
    step.kind === 'face-check' ? { ...step, status: 'passed-on' as const } : step,
  );
  return { ...staff, view: { ...staff.view, identity: 'person-will-look', steps } };
};
const unsealed = new Set<string>();

describe('the identity part of a row', () => {
  it.each(staffRoles)('as %s sees it before any sheet is sealed', (role) => {
    const sees = ['waiting-officer', 'invigilator', 'chief-examiner', 'admin'].includes(role);
    const shown = presentStaffView(flagged(), { role, sealed: unsealed });
    const text = JSON.stringify(shown);
    expect(shown.identity.status).toBe(sees ? 'open' : 'not-yet');
    expect(/no-match|passed-on|person-will-look/.test(text)).toBe(sees);
  });

  it('opens to an examiner for the sitting whose sheet he sealed, and for no other', () => {
    const seen = (sealed: string) =>
      presentStaffView(flagged(), { role: 'examiner', sealed: new Set([sealed]) }).identity.status;
    expect(seen(sittingId)).toBe('open');
    expect(seen(ulid())).toBe('not-yet');
  });

  it('stays closed to a secretary whatever is sealed', () => {
    const sealed = new Set([sittingId]);
    expect(presentStaffView(flagged(), { role: 'secretary', sealed }).identity.status).toBe('not-yet');
  });

  it('hides how a running face check goes', () => {
    const staff = staffViewIn(sittingId, 'face-check');
    const shown = presentStaffView(staff, { role: 'examiner', sealed: unsealed });
    expect(shown.view.step).toEqual({ kind: 'face-check', phase: 'notice', attempts: 3, attemptsLeft: 3 });
  });
});
