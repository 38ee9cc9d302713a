import type { DataSource, EntityManager } from 'typeorm';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import type { Criterion } from '#steps/interview/schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { criteriaOf } from '../rooms/open-console';

export interface Sheet {
  readonly sittingId: string;
  readonly staffId: string;
}
export interface Marks {
  readonly values: Readonly<Record<string, number>>;
  readonly note: string;
}

/** Criteria of the flow that this sitting carries, or would carry if it began now. */
export async function criteriaFor(parts: Parts, sittingId: string): Promise<readonly Criterion[]> {
  const sitting = await parts.dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: sittingId }, relations: { exam: true } });
  const flowVersionId = sitting?.flowVersionId ?? sitting?.exam?.flowVersionId;
  return flowVersionId ? criteriaOf(await parts.publishedFlow(flowVersionId)) : [];
}

export const presentSheet = (criteria: readonly Criterion[], score: Score | null) => ({
  criteria: [...criteria],
  values: { ...score?.values },
  note: score?.note ?? '',
  savedAt: score?.savedAt ?? null,
  sealedAt: score?.sealedAt ?? null,
});

export const findSheet = (dataSource: DataSource, { sittingId, staffId }: Sheet): Promise<Score | null> =>
  dataSource.getRepository(Score).findOneBy({ sittingId, staffId });

/** @throws AppError SCORE_SEALED; SCORE_INCOMPLETE for numbers out of their range or of no criterion */
export async function saveSheet(
  dataSource: DataSource,
  sheet: Sheet,
  given: { readonly marks: Marks; readonly criteria: readonly Criterion[]; readonly at: number },
): Promise<Score> {
  const { marks, criteria, at } = given;
  const ranges = new Map(criteria.map(({ id, max }) => [id, max]));
  const wrong = Object.entries(marks.values).filter(
    ([id, value]) => !(value >= 0 && value <= (ranges.get(id) ?? -1)),
  );
  if (wrong.length > 0) throw new AppError('SCORE_INCOMPLETE', { criteria: wrong.map(([id]) => id) });
  await addSheet(dataSource, sheet, at);
  return dataSource.transaction(async (manager) => {
    const score = await lockSheet(manager, sheet);
    if (score.sealedAt !== null) throw new AppError('SCORE_SEALED', { at: score.sealedAt });
    return manager.getRepository(Score).save({ ...score, ...marks, savedAt: at });
  });
}

/** @throws AppError SCORE_SEALED; SCORE_INCOMPLETE naming the criteria without a number */
export async function sealSheet(
  dataSource: DataSource,
  sheet: Sheet,
  given: { readonly criteria: readonly Criterion[]; readonly at: number },
): Promise<Score> {
  const { criteria, at } = given;
  await addSheet(dataSource, sheet, at);
  return dataSource.transaction(async (manager) => {
    const score = await lockSheet(manager, sheet);
    if (score.sealedAt !== null) throw new AppError('SCORE_SEALED', { at: score.sealedAt });
    const missing = criteria.filter(({ id }) => score.values[id] === undefined).map(({ id }) => id);
    if (missing.length > 0) throw new AppError('SCORE_INCOMPLETE', { criteria: missing });
    return manager.getRepository(Score).save({ ...score, sealedAt: at });
  });
}

/** Outside of the transaction: two that insert and then lock the same row would wait for each other. */
async function addSheet(dataSource: DataSource, sheet: Sheet, savedAt: number): Promise<void> {
  const empty = { ...sheet, values: {}, note: '', savedAt, sealedAt: null };
  await dataSource.getRepository(Score).createQueryBuilder().insert().values(empty).orIgnore().execute();
}

const lockSheet = (manager: EntityManager, sheet: Sheet): Promise<Score> =>
  manager.getRepository(Score).findOneOrFail({ where: { ...sheet }, lock: { mode: 'pessimistic_write' } });
