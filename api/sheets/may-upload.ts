import { SheetSet } from '#models/sheet-set';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';

/**
 * Sheets are taken while the paper is written or photographed; after the last seal only what was sealed.
 * @throws AppError NOT_NOW, TOO_LATE
 */
export async function mayBegin(
  parts: Parts,
  sittingId: string,
  stepId: string,
  digest: string,
): Promise<void> {
  const view = await readView(parts, sittingId);
  const step = view?.step;
  if (step?.kind !== 'paper' || step.mode !== 'photographed' || view?.stepId !== stepId)
    throw new AppError('NOT_NOW');
  if (step.phase === 'waiting' || step.phase === 'collecting') throw new AppError('NOT_NOW');
  if (step.phase !== 'uploading') return;
  const sets = await parts.dataSource.getRepository(SheetSet).findBy({ sittingId, stepId });
  if (!sets.some(({ sheets }) => sheets.some((sheet) => sheet.digest === digest)))
    throw new AppError('TOO_LATE');
}
