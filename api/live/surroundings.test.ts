import { presenceOf } from '../presence/judge';
import type { StaffPresent } from '../presence/where';
import { queueOf } from './queue';
import { untouchedRoom } from './room-reading';
import { surroundingsOf, type RoomAround } from './surroundings';

const NOW = 1_764_000_000_000;
const staff = (staffId: string, role: StaffPresent['role']): StaffPresent => ({
  staffId,
  name: staffId,
  role,
  where: 'console',
});
const talk = (staffId: string, sittingId: string) => ({ staffId, name: staffId, sittingId, since: NOW });

const seen = (given: Partial<RoomAround>) => {
  const room = untouchedRoom('room');
  const around = { room, queue: queueOf([], room, 20), talks: [], staff: [], comparing: [], ...given };
  return surroundingsOf(around, 'me', { presence: presenceOf(undefined, NOW) }, NOW);
};

describe("what a candidate learns of the room's officer", () => {
  it.each([
    ['with-you', 'li', { staff: [staff('li', 'waiting-officer')], talks: [talk('li', 'me')] }],
    ['with-another', 'li', { staff: [staff('li', 'waiting-officer')], talks: [talk('li', 'other')] }],
    ['there', 'li', { staff: [staff('li', 'waiting-officer')] }],
    [
      'there',
      'wu',
      {
        staff: [staff('li', 'waiting-officer'), staff('wu', 'waiting-officer')],
        talks: [talk('li', 'other')],
      },
    ],
    ['nobody', null, { staff: [staff('zhao', 'examiner'), staff('he', 'support')] }],
    ['with-you', 'he', { staff: [staff('he', 'support')], talks: [talk('he', 'me')] }],
  ] as const)('%s (%s)', (state, name, given) => {
    expect(seen(given).officer).toEqual({ state, name });
  });

  it('counts the face checks ahead only for who is being compared', () => {
    expect(seen({ comparing: ['a', 'b', 'me', 'c'] }).faceChecksAhead).toBe(2);
    expect(seen({ comparing: ['a', 'b'] }).faceChecksAhead).toBeNull();
  });
});
