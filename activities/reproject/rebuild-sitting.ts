import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { ExamEvent } from '#models/exam-event';
import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import type { RecordedChange } from '#protocol/events';
import type { SittingPorts } from '#workflows/activities';
import { projectionOf } from '../projection';
import { changeRow, eventRows } from '../record-transition';
import { fieldsOf, same } from './same';

export type Batch = Parameters<SittingPorts['recordTransition']>[0];

const changesOf = (batches: readonly Batch[]): readonly RecordedChange[] => {
  const byRevision = new Map(batches.flatMap(({ changes }) => changes.map((each) => [each.revision, each])));
  return [...byRevision.values()].toSorted((a, b) => a.revision - b.revision);
};

const rebuildChange = async (manager: EntityManager, sittingId: string, change: RecordedChange) => {
  const row = await manager.findOneBy(RecordedChangeRow, { sittingId, revision: change.revision });
  const wanted = changeRow(sittingId, change, row?.recordedAt ?? Date.now());
  if (row && same(row, wanted)) return false;
  await manager.upsert(RecordedChangeRow, wanted, ['sittingId', 'revision']);
  return true;
};

const rebuildEvents = async (manager: EntityManager, sittingId: string, change: RecordedChange) => {
  const place = { sittingId, revision: change.revision };
  const rows = await manager.find(ExamEvent, { where: place, order: { ordinal: 'ASC' } });
  const wanted = eventRows(sittingId, change);
  if (
    same(
      rows.map(({ id: _id, ...row }) => row),
      wanted,
    )
  )
    return false;
  await manager.delete(ExamEvent, place);
  if (wanted.length > 0) await manager.insert<ObjectLiteral>(ExamEvent, wanted);
  return true;
};

/** The newest view that the workflow gave, unless the projection is already further. */
const rebuildProjection = async (manager: EntityManager, row: Sitting, batches: readonly Batch[]) => {
  const newest = batches.toSorted((a, b) => a.view.view.revision - b.view.view.revision).at(-1);
  if (!newest || newest.view.view.revision < row.revision) return false;
  const [first] = changesOf(batches);
  const startedAt = first?.revision === 1 ? (first.events[0]?.at ?? row.startedAt) : row.startedAt;
  const wanted = { ...projectionOf(newest.view), startedAt };
  if (same(fieldsOf(row, wanted), wanted)) return false;
  await manager.createQueryBuilder().update(Sitting).set(wanted).where({ id: row.id }).execute();
  return true;
};

/**
 * Record and projection of one sitting as its history has them; what no history tells stays as it is.
 * @returns a line for each thing that was put right
 */
export const rebuildSitting = (
  source: DataSource,
  sittingId: string,
  batches: readonly Batch[],
): Promise<readonly string[]> =>
  source.transaction('READ COMMITTED', async (manager) => {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await manager.findOneOrFail(Sitting, { where: { id: sittingId }, lock });
    const lines: string[] = [];
    for (const change of changesOf(batches)) {
      const { revision } = change;
      if (await rebuildChange(manager, sittingId, change)) lines.push(`revision ${revision}: change`);
      if (await rebuildEvents(manager, sittingId, change)) lines.push(`revision ${revision}: events`);
    }
    if (await rebuildProjection(manager, row, batches)) lines.push('projection');
    return lines;
  });
