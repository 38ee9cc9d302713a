import type { DataSource } from 'typeorm';
import { Sitting } from '#models/sitting';
import type { CandidateView } from '#protocol/views.schema';
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

  const provider = async (examId: string, sittingId: string): Promise<'direct' | 'jitsi'> => {
    const load = async () => {
      const row = await sittings.findOne({ where: { id: sittingId }, relations: { exam: true } });
      return row?.exam?.videoProvider ?? null;
    };
    const key = `video-provider:${examId}`;
    return (await readThrough.read({ key, freshMs: 10_000, keepMs: DAY, load })) ?? 'direct';
  };

  return { view, provider };
}
export type StageReading = ReturnType<typeof createStageReading>;

const newer = (a: CandidateView | null, b: CandidateView | null) =>
  a && b ? (a.revision >= b.revision ? a : b) : (a ?? b);
