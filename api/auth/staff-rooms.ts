import { In, IsNull, type DataSource, type FindOptionsWhere } from 'typeorm';
import { Room } from '#models/room';
import { staffSeesEveryRoom } from '#protocol/policies';
import type { StaffPrincipal } from '../access/principal';

/** More rooms than any menu shows; an installation with more is walked by its exams. */
const MOST_ROOMS = 500;

/** Rooms that a member of staff may enter, as the menu shows them. */
export async function roomsOf(dataSource: DataSource, staff: StaffPrincipal) {
  const rooms = await dataSource.getRepository(Room).find({
    where: whereOf(staff),
    relations: { exam: true },
    order: { examId: 'DESC', id: 'ASC' },
    take: MOST_ROOMS,
  });
  return rooms.map((room) => ({ id: room.id, name: room.name, examTitle: room.exam?.title ?? room.name }));
}

function whereOf(staff: StaffPrincipal): FindOptionsWhere<Room> {
  const ofExam: FindOptionsWhere<Room> = {
    // A rehearsal's room is nobody's but the candidate's.
    exam: { rehearsalOf: IsNull() },
    ...(staff.examId !== null && { examId: staff.examId }),
  };
  return staffSeesEveryRoom(staff.role) ? ofExam : { ...ofExam, id: In([...staff.roomIds]) };
}
