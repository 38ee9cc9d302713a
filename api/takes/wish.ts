import { TakeFile } from '#models/take-file';
import type { Parts } from '../parts';

/** Wants the file of a position joined, or joined again of what has arrived since. */
export async function wantFile(
  { dataSource, clock }: Pick<Parts, 'dataSource' | 'clock'>,
  takeId: string,
  position: 1 | 2,
): Promise<void> {
  const rows = dataSource.getRepository(TakeFile);
  const fresh = {
    ...{ takeId, position, state: 'wanted' as const, wish: 0, attempts: 0, dueAt: 0, pieces: [] },
    ...{ failure: null, posterKey: null, mediaType: null, durationMs: null, width: null, height: null },
    ...{ sound: null, timeline: null, joinedAt: null },
  };
  await rows.createQueryBuilder().insert().values(fresh).orIgnore().execute();
  await rows.update(
    { takeId, position },
    { state: 'wanted', wish: () => 'wish + 1', attempts: 0, dueAt: clock(), failure: null },
  );
}
