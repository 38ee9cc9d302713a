import type { DataSource } from 'typeorm';
import { ScoreCorrection, ScoreRecusal } from '#models/result-rows';
import type { Criterion } from '#steps/interview/schema';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import { findSheet } from '../scores/sheets';

interface Acting {
  readonly who: StaffPrincipal;
  readonly at: number;
  readonly sittingId: string;
  readonly reason: string;
}

interface Corrected {
  readonly id: string;
  readonly values: Readonly<Record<string, number>>;
  readonly criteria: readonly Criterion[];
}

/** @throws AppError NOT_NOW before the sheet is sealed; SCORE_INCOMPLETE naming what is missing or out of range */
export async function correctSheet(
  dataSource: DataSource,
  { id, values, criteria }: Corrected,
  { who, at, sittingId, reason }: Acting,
) {
  const { staffId } = who;
  const sheet = await findSheet(dataSource, { sittingId, staffId });
  if (!sheet || sheet.sealedAt === null) throw new AppError('NOT_NOW');
  const known = new Set(criteria.map(({ id: criterion }) => criterion));
  const wrong = criteria.filter(({ id: criterion, max }) => {
    const points = values[criterion];
    return points === undefined || points < 0 || points > max;
  });
  const strange = Object.keys(values).filter((criterion) => !known.has(criterion));
  if (wrong.length + strange.length > 0)
    throw new AppError('SCORE_INCOMPLETE', { criteria: [...wrong.map((one) => one.id), ...strange] });
  await dataSource.transaction(async (manager) => {
    const corrections = manager.getRepository(ScoreCorrection);
    // The browser repeats what it had no answer to.
    if (await corrections.existsBy({ id, sittingId, staffId })) return;
    await corrections.insert({ id, sittingId, staffId, values, reason, at });
    await audit(manager, { by: who, at, action: 'score.correct', subject: sittingId, details: { id } });
  });
  return { at };
}

/** @throws AppError SCORE_SEALED */
export async function recuse(dataSource: DataSource, { who, at, sittingId, reason }: Acting) {
  const { staffId } = who;
  const sheet = await findSheet(dataSource, { sittingId, staffId });
  if (sheet?.sealedAt) throw new AppError('SCORE_SEALED', { at: sheet.sealedAt });
  await dataSource.transaction(async (manager) => {
    await manager.getRepository(ScoreRecusal).save({ sittingId, staffId, reason, at });
    await audit(manager, { by: who, at, action: 'score.recuse', subject: sittingId });
  });
  return { at };
}
