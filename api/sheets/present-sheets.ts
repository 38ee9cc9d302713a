import type { z } from 'zod';
import type { readSheets, Sheet as ShownSheet } from '#contract/sheets';
import { Sheet } from '#models/sheet';
import { SheetSet } from '#models/sheet-set';
import { AppError } from '../errors';
import { addressOf } from '../files';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';
import { tellReceived } from './sets';

type Reply = z.input<typeof readSheets.output>;

const presentSheet = ({ env }: Pick<Parts, 'env'>, sheet: Sheet, now: number): ShownSheet => ({
  digest: sheet.digest,
  state: sheet.state,
  offset: sheet.offset,
  bytes: sheet.bytes,
  refused: sheet.refusal as ShownSheet['refused'],
  width: sheet.width,
  height: sheet.height,
  url: sheet.key === null ? null : addressOf(env, sheet.key, now),
  receivedAt: sheet.receivedAt,
});

export const presentSet = ({ id, version, digest, sheets, sealedAt, receivedAt }: SheetSet) => ({
  set: { setId: id, version, digest, sheets: sheets.length, sealedAt, receivedAt },
  sheets: sheets.map((sheet) => ({ digest: sheet.digest, turn: sheet.turn })),
});

/** Sheets and sets of the paper that goes on. @throws AppError NOT_NOW */
export async function presentSheets(parts: Parts, sittingId: string): Promise<Reply> {
  const view = await readView(parts, sittingId);
  const step = view?.step;
  if (step?.kind !== 'paper' || step.mode !== 'photographed' || !view?.stepId) throw new AppError('NOT_NOW');
  const of = { sittingId, stepId: view.stepId };
  const sheets = await parts.dataSource.getRepository(Sheet).find({ where: of, order: { id: 'ASC' } });
  const sets = await parts.dataSource.getRepository(SheetSet).find({ where: of, order: { version: 'ASC' } });
  if ('sealed' in step) await tellAgain(parts, step.sealed, sets);
  const now = parts.clock();
  return {
    serverTime: now,
    stepId: view.stepId,
    most: step.mostSheets ?? 0,
    sheets: sheets.map((sheet) => presentSheet(parts, sheet, now)),
    sets: sets.map(presentSet),
    countedSetId: sets.findLast(({ receivedAt }) => receivedAt !== null)?.id ?? null,
  };
}

/** The sitting was told of complete sets when they were; where that was lost, whoever looks tells it again. */
async function tellAgain(
  parts: Parts,
  sealed: { readonly setId: string; readonly receivedAt: number | null } | null,
  sets: readonly SheetSet[],
): Promise<void> {
  if (!sealed || sealed.receivedAt !== null) return;
  const complete = sets.find(({ id, receivedAt }) => id === sealed.setId && receivedAt !== null);
  if (complete?.receivedAt) await tellReceived(parts, complete, complete.receivedAt);
}
