import { Exam } from '../exam';
import { Sitting } from '../sitting';
import { StaffRoom } from '../staff-room';
import { createTestDatabase, type TestDatabase } from './database';
import { buildCandidate, buildExam, buildRoom, buildSitting, buildStaff } from './factories';

describe('entities', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('keep moments as numbers and texts as they were written', async () => {
    const exam = await buildExam(database.source, {
      opensAt: 1_795_500_000_123,
      title: { zh: '面试𠮷', en: 'Interview' },
    });
    const read = await database.source.getRepository(Exam).findOneByOrFail({ id: exam.id });
    expect(read.opensAt).toBe(1_795_500_000_123);
    expect(read.title).toEqual({ zh: '面试𠮷', en: 'Interview' });
  });

  test('begin a sitting with revision 0 and without a view', async () => {
    const { id } = await buildSitting(database.source);
    const read = await database.source.getRepository(Sitting).findOneOrFail({
      where: { id },
      relations: { candidate: true, room: { exam: true } },
    });
    expect(read).toMatchObject({ revision: 0, staffView: null, startedAt: null, identityStatus: 'not-yet' });
    expect(read.candidate?.roomId).toBe(read.roomId);
    expect(read.room?.exam?.id).toBe(read.examId);
  });

  test('refuse a second sitting of one candidate', async () => {
    const room = await buildRoom(database.source);
    const candidate = await buildCandidate(database.source, room);
    await buildSitting(database.source, { room, candidate });
    await expect(buildSitting(database.source, { room, candidate })).rejects.toThrow(/Duplicate entry/);
  });

  test('refuse the same ticket twice in an exam, and take it in another', async () => {
    const room = await buildRoom(database.source);
    await buildCandidate(database.source, room, { ticket: '0001' });
    await expect(buildCandidate(database.source, room, { ticket: '0001' })).rejects.toThrow(
      /Duplicate entry/,
    );
    await buildCandidate(database.source, await buildRoom(database.source), { ticket: '0001' });
  });

  test('list the rooms of a member of staff', async () => {
    const room = await buildRoom(database.source);
    const member = await buildStaff(database.source, { rooms: [room] });
    const rooms = await database.source.getRepository(StaffRoom).findBy({ staffId: member.id });
    expect(rooms.map((each) => each.roomId)).toEqual([room.id]);
  });
});
