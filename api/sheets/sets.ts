import { createHash } from 'node:crypto';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Sheet } from '#models/sheet';
import { SheetSet, type SheetOfSet } from '#models/sheet-set';
import { digestOfSheets } from '#protocol/digests';
import type { Parts } from '../parts';
import { isWorkflowAbsent } from '../gateway/gateway';
import { isAppError } from '../errors';

export interface SetWish {
  readonly setId: string;
  readonly sittingId: string;
  readonly stepId: string;
  readonly sheets: readonly (SheetOfSet & { readonly bytes: number })[];
  readonly at: number;
}

/** Writes a set down before the sitting hears of it; a repeat finds it. */
export async function writeSet(
  { dataSource }: Pick<Parts, 'dataSource'>,
  wish: SetWish,
): Promise<{ readonly set: SheetSet; readonly isNew: boolean }> {
  return dataSource.transaction(async (manager) => {
    const { setId: id, sittingId, stepId, at } = wish;
    const sets = manager.getRepository(SheetSet);
    const known = await sets.findOneBy({ id });
    if (known) return { set: known, isNew: false };
    const last = await sets.findOne({
      where: { sittingId, stepId },
      order: { version: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
    const sheets = wish.sheets.map(({ digest, turn }) => ({ digest, turn }));
    const digest = createHash('sha256').update(digestOfSheets(sheets)).digest('hex');
    const row: SheetSet = {
      ...{ id, sittingId, stepId, version: (last?.version ?? 0) + 1, digest, sheets },
      ...{ sealedAt: at, receivedAt: null, madeBy: 'by-candidate' },
    };
    await sets.insert(row);
    return { set: row, isNew: true };
  });
}

/** The sitting refused it: then it was never sealed. */
export const unwriteSet = async ({ dataSource }: Pick<Parts, 'dataSource'>, id: string): Promise<void> => {
  await dataSource.getRepository(SheetSet).delete({ id, receivedAt: IsNull() });
};

/** Looks which sealed sets are complete by now, and tells the sitting: a doorbell that may ring twice. */
export async function completeSets(parts: Parts, of: Pick<Sheet, 'sittingId' | 'stepId'>): Promise<void> {
  const { sittingId, stepId } = of;
  const open = await parts.dataSource
    .getRepository(SheetSet)
    .find({ where: { sittingId, stepId, receivedAt: IsNull() }, order: { version: 'ASC' } });
  for (const set of open) {
    const at = await parts.dataSource.transaction((manager) => completeIn(manager, set, parts.clock()));
    if (at !== null) await tellReceived(parts, set, at);
  }
}

async function completeIn(manager: EntityManager, set: SheetSet, now: number): Promise<number | null> {
  const { id, sittingId, stepId } = set;
  const digests = [...new Set(set.sheets.map(({ digest }) => digest))];
  const ready = await manager.getRepository(Sheet).countBy({
    ...{ sittingId, stepId, state: 'ready' },
    digest: In(digests),
  });
  if (ready < digests.length) return null;
  await manager.getRepository(SheetSet).update({ id, receivedAt: IsNull() }, { receivedAt: now });
  return now;
}

/** @throws an outage; a sitting that does not wait for it any more is no fault */
export async function tellReceived(parts: Parts, set: SheetSet, at: number): Promise<void> {
  const { id: setId, sittingId, stepId } = set;
  const command = { name: 'sheets-received', setId, at } as const;
  const request = { commandId: ulid(), receivedAt: at, by: 'system', stepId, command, roomSeq: 0 };
  await parts.gateway.command(sittingId, request).then(
    ({ view }) => parts.live.latestViews.note(view),
    (error: unknown) => {
      const isOver = isWorkflowAbsent(error) || (isAppError(error) && error.code !== 'UNAVAILABLE');
      if (!isOver) parts.logger.warn({ err: error, setId }, 'a complete set could not be told of yet');
    },
  );
}
