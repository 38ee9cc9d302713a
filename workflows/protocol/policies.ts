/**
 * Who may do what, in one place, for endpoints and buttons alike.
 * An ability is held by roles; where it concerns a room or a sitting, the staff member must also belong to that room.
 */
export const staffRoles = [
  'waiting-officer',
  'examiner',
  'chief-examiner',
  'invigilator',
  'secretary',
  'support',
  'inspector',
  'admin',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const abilities = {
  /** Sees the room's console: who is where, since when, cameras, identity state, clock. */
  'look into a room': staffRoles,
  'talk with a candidate in the waiting area': ['waiting-officer', 'support', 'invigilator'],
  'sit in the exam room': ['examiner', 'chief-examiner', 'secretary', 'inspector'],
  'invite a candidate': ['waiting-officer', 'examiner', 'chief-examiner'],
  'defer a candidate': ['waiting-officer', 'chief-examiner'],
  'waive a requirement': ['waiting-officer', 'invigilator', 'chief-examiner', 'admin'],
  'look at identity pictures': ['waiting-officer', 'invigilator', 'chief-examiner', 'admin'],
  'decide an identity case': ['waiting-officer', 'invigilator', 'chief-examiner', 'admin'],
  'dispatch a question': ['examiner', 'chief-examiner'],
  'give time': ['examiner', 'chief-examiner', 'invigilator'],
  'pause a clock': ['examiner', 'chief-examiner', 'invigilator'],
  'end a sitting': ['examiner', 'chief-examiner', 'invigilator'],
  'reopen a sitting': ['chief-examiner', 'admin'],
  'order the whole room': ['chief-examiner', 'invigilator', 'admin'],
  'switch the video': ['waiting-officer', 'examiner', 'chief-examiner', 'invigilator', 'admin'],
  'write messages': ['waiting-officer', 'examiner', 'chief-examiner', 'invigilator', 'support'],
  'write to the panel': ['examiner', 'chief-examiner', 'secretary'],
  'score a candidate': ['examiner', 'chief-examiner'],
  /** By the clock, what was asked and answered: written by the secretary, who acts on nothing else. */
  'keep the interview record': ['secretary'],
  'read the interview record': ['secretary', 'examiner', 'chief-examiner', 'admin'],
  /** Who has sealed; what is on a sheet only once it is sealed. */
  'collect score sheets': ['secretary', 'chief-examiner', 'admin'],
  /** Chair and secretary, each for the rooms that are theirs. */
  'sign results': ['chief-examiner', 'secretary'],
  'release results': ['admin'],
  'preview a paper': ['chief-examiner', 'admin'],
  /** Answers and sheets of the written exam, with marks by the key. */
  'read answers': ['examiner', 'chief-examiner', 'admin'],
  /** Pictures of an exam that runs elsewhere, with the facts. */
  'look at stills': ['waiting-officer', 'examiner', 'chief-examiner', 'invigilator', 'inspector', 'admin'],
  'note an incident': ['waiting-officer', 'examiner', 'chief-examiner', 'invigilator'],
  'unlock a login': ['waiting-officer', 'invigilator', 'support', 'admin'],
  /** Sees calls for help with their device reports, talks, closes: nothing of it touches an exam. */
  'answer calls for help': ['support', 'admin'],
  /** Who will not get through, and why: for those who can still telephone him. */
  'see rehearsals': ['admin', 'support'],
  /** All that is kept of an exam, with the evidence, as a chain that anybody can check. */
  'take archives': ['admin', 'inspector'],
  'configure exams': ['admin'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Ability = keyof typeof abilities;

export interface StaffMember {
  readonly role: StaffRole;
  readonly examId: string | null;
  /** Rooms of this member; administrators and inspectors look into every room of their exam. */
  readonly roomIds: readonly string[];
}

export const holds = (role: StaffRole, ability: Ability): boolean =>
  (abilities[ability] as readonly StaffRole[]).includes(role);

const everyRoom: readonly StaffRole[] = ['admin', 'inspector', 'support'];

/** True for roles that belong to every room of their exam. */
export const staffSeesEveryRoom = (role: StaffRole): boolean => everyRoom.includes(role);

/** True when the member holds the ability and belongs to the room (or to all rooms of the exam). */
export const may = (
  member: StaffMember,
  ability: Ability,
  room: { readonly id: string; readonly examId: string },
): boolean => holds(member.role, ability) && belongs(member, room);

const belongs = (member: StaffMember, room: { readonly id: string; readonly examId: string }): boolean => {
  if (member.examId !== null && member.examId !== room.examId) return false;
  return everyRoom.includes(member.role) || member.roomIds.includes(room.id);
};

/** Beside whom the flow names, these always decide an identity case: it must never be nobody's. */
export const decidesIdentity = (role: StaffRole, named: string): boolean =>
  role === named || role === 'chief-examiner' || role === 'admin';
