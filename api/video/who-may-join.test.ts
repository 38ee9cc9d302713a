import { ulid } from 'ulid';
import { staffRoles, type StaffRole } from '#protocol/policies';
import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Stage } from './stage';
import { admitToStage, isModerator, onlyWatches } from './who-may-join';

const place = { examId: ulid(), roomId: ulid(), sittingId: ulid() };
const staff = (role: StaffRole, given: Partial<StaffPrincipal> = {}): StaffPrincipal => ({
  kind: 'staff',
  sessionId: 's',
  staffId: ulid(),
  name: '李',
  role,
  examId: place.examId,
  roomIds: [place.roomId],
  ...given,
});
const candidate = (sittingId: string, position: 1 | 2 = 1): CandidatePrincipal => ({
  kind: 'candidate',
  sessionId: 's',
  sittingId,
  examId: place.examId,
  roomId: place.roomId,
  name: '张',
  ticket: '1',
  position,
});
const outcome = (who: StaffPrincipal | CandidatePrincipal, stage: Stage): string => {
  try {
    admitToStage(who, stage, place);
    return 'yes';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

/** Stages by role: the officer's side and the panel's are out of each other's earshot. */
const expected: Record<StaffRole, readonly Stage[]> = {
  'waiting-officer': ['waiting'],
  examiner: ['interview'],
  'chief-examiner': ['interview'],
  invigilator: ['waiting'],
  secretary: ['interview'],
  support: ['waiting'],
  inspector: ['waiting', 'interview'],
  admin: [],
};

describe('who may join a stage', () => {
  it.each(
    staffRoles.flatMap((role) => (['waiting', 'interview'] as const).map((stage) => ({ role, stage }))),
  )('$role on the $stage stage', ({ role, stage }) => {
    expect(outcome(staff(role), stage)).toBe(expected[role].includes(stage) ? 'yes' : 'NOT_ALLOWED');
    const elsewhere = staff(role, { examId: ulid(), roomIds: [ulid()] });
    expect(outcome(elsewhere, stage)).toBe('NOT_FOUND');
  });

  it('lets both devices of a candidate onto his own stages and nobody else', () => {
    for (const stage of ['waiting', 'interview'] as const) {
      expect(outcome(candidate(place.sittingId, 1), stage)).toBe('yes');
      expect(outcome(candidate(place.sittingId, 2), stage)).toBe('yes');
      expect(outcome(candidate(ulid()), stage)).toBe('NOT_FOUND');
    }
  });

  it('refuses staff of another room of the same exam', () => {
    expect(outcome(staff('waiting-officer', { roomIds: [ulid()] }), 'waiting')).toBe('NOT_FOUND');
    expect(outcome(staff('examiner', { roomIds: [] }), 'interview')).toBe('NOT_FOUND');
  });

  it('makes moderators of those who run the conversation alone', () => {
    const moderators = (stage: Stage) => staffRoles.filter((role) => isModerator(staff(role), stage));
    expect(moderators('waiting')).toEqual(['waiting-officer', 'invigilator']);
    expect(moderators('interview')).toEqual(['examiner', 'chief-examiner']);
    expect(isModerator(candidate(place.sittingId), 'interview')).toBe(false);
  });

  it('has the inspector only watch', () => {
    expect(staffRoles.filter((role) => onlyWatches(staff(role)))).toEqual(['inspector']);
  });
});
