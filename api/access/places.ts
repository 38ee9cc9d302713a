import type { DataSource } from 'typeorm';
import { Exam } from '#models/exam';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import type { ReadThrough } from '../read-through';

/** Where something happens: what admission is judged by. */
export interface Place {
  readonly examId: string;
  /** Null where a whole exam is meant. */
  readonly roomId: string | null;
  readonly sittingId: string | null;
}
export interface RoomPlace extends Place {
  readonly roomId: string;
}

const DAY = 86_400_000;
const caching = { freshMs: 60_000, keepMs: DAY };

/** Looks up where rooms and sittings belong; kept in Redis, so that orders need no MariaDB. */
export function createPlaces(dataSource: DataSource, readThrough: ReadThrough) {
  const find = async <P extends Place>(key: string, load: () => Promise<P | null>): Promise<P> => {
    const place = await readThrough.read({ key: `place:${key}`, ...caching, load });
    if (!place) throw new AppError('NOT_FOUND');
    return place;
  };

  const ofSitting = (sittingId: string) =>
    find<RoomPlace>(`sitting:${sittingId}`, async () => {
      const sitting = await dataSource
        .getRepository(Sitting)
        .findOne({ where: { id: sittingId }, select: { id: true, examId: true, roomId: true } });
      return sitting && { examId: sitting.examId, roomId: sitting.roomId, sittingId };
    });

  const ofRoom = (roomId: string) =>
    find<RoomPlace>(`room:${roomId}`, async () => {
      const room = await dataSource
        .getRepository(Room)
        .findOne({ where: { id: roomId }, select: { id: true, examId: true } });
      return room && { examId: room.examId, roomId, sittingId: null };
    });

  const ofExam = (examId: string) =>
    find<Place>(`exam:${examId}`, async () => {
      const known = await dataSource.getRepository(Exam).existsBy({ id: examId });
      return known ? { examId, roomId: null, sittingId: null } : null;
    });

  return { ofSitting, ofRoom, ofExam };
}
export type Places = ReturnType<typeof createPlaces>;
