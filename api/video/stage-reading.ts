import type { DataSource } from 'typeorm';
import { Exam } from '#models/exam';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import type { CandidateView, RoomView } from '#protocol/views.schema';
import { within } from '../deadline';
import { isOutage } from '../http/outage';
import type { LatestViews } from '../live/latest-views';
import type { ReadThrough } from '../read-through';

const DATABASE_MS = 1_500;
const DAY = 86_400_000;

/** What a stage is judged by: the newest view of the sitting, and the provider of its exam. */
export function createStageReading(dataSource: DataSource, readThrough: ReadThrough, latest: LatestViews) {
  const sittings = dataSource.getRepository(Sitting);

  const projected = async (sittingId: string): Promise<CandidateView | null> => {
    const row = await within(
      DATABASE_MS,
      sittings.findOne({ where: { id: sittingId }, select: { id: true, staffView: true } }),
    );
    return row?.staffView?.view ?? null;
  };

  /** Null before check-in. With MariaDB away the newest answer to a command stands in for it. */
  const view = async (sittingId: string): Promise<CandidateView | null> => {
    const answered = await latest.read(sittingId);
    try {
      const recorded = await projected(sittingId);
      return newer(recorded, answered);
    } catch (error) {
      if (answered && isOutage(error)) return answered;
      throw error;
    }
  };

  const provider = async (examId: string): Promise<'direct' | 'jitsi'> => {
    const load = async () => {
      const select = { id: true, videoProvider: true } as const;
      const exam = await dataSource.getRepository(Exam).findOne({ where: { id: examId }, select });
      return exam?.videoProvider ?? null;
    };
    const key = `video-provider:${examId}`;
    return (await readThrough.read({ key, freshMs: 10_000, keepMs: DAY, load })) ?? 'direct';
  };

  /** Since when, and by whom, the room's staff moved it off its provider; null: they did not. */
  const roomMoved = async (roomId: string): Promise<NonNullable<RoomView['video']> | null> => {
    const select = { id: true, view: true } as const;
    const rooms = dataSource.getRepository(Room);
    const room = await within(DATABASE_MS, rooms.findOne({ where: { id: roomId }, select }));
    return room?.view?.video ?? null;
  };

  return { view, provider, roomMoved };
}
export type StageReading = ReturnType<typeof createStageReading>;

const newer = (a: CandidateView | null, b: CandidateView | null) =>
  a && b ? (a.revision >= b.revision ? a : b) : (a ?? b);
