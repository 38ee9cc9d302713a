import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { ExamEvent } from '#models/exam-event';
import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import type { RecordedChange } from '#protocol/events';
import type { StaffView } from '#protocol/views.schema';
import type { IdentityCasePorts } from '#workflows/activities';
import { projectionOf } from './projection';
import { changeRow, eventRows } from './record-transition';

type Decision = Parameters<IdentityCasePorts['tellSitting']>[0];

const KIND = 'identity.decided';

const isRecorded = async (manager: EntityManager, { sittingId, caseId }: Decision): Promise<boolean> => {
  const decisions = await manager.findBy(ExamEvent, { sittingId, kind: KIND });
  return decisions.some(({ details }) => details['caseId'] === caseId);
};

const after = (view: StaffView, { verdict }: Decision, revision: number): StaffView => ({
  ...view,
  view: { ...view.view, revision: Math.max(revision, view.view.revision), identity: 'decided' },
  identity: { ...view.identity, status: verdict },
});

const append = async (manager: EntityManager, decision: Decision, now: number): Promise<void> => {
  const { sittingId, caseId, verdict, by, at } = decision;
  const lock = { mode: 'pessimistic_write' } as const;
  const sitting = await manager.findOne(Sitting, { where: { id: sittingId }, lock });
  if (!sitting?.staffView || (await isRecorded(manager, decision))) return;
  const last = (await manager.maximum(RecordedChangeRow, 'revision', { sittingId })) ?? 0;
  const details = { caseId, verdict };
  const event = { kind: KIND, at, by, stepId: null, commandId: null, details };
  const change: RecordedChange = { revision: last + 1, events: [event], answer: null };
  await manager.insert(RecordedChangeRow, changeRow(sittingId, change, now));
  await manager.insert<ObjectLiteral>(ExamEvent, eventRows(sittingId, change));
  const projection = projectionOf(after(sitting.staffView, decision, change.revision));
  await manager.createQueryBuilder().update(Sitting).set(projection).where({ id: sittingId }).execute();
};

/**
 * A review desk may decide days after the sitting's workflow is gone: its decision is the record's next change, as the
 * sitting itself would have written it. A repeat finds it there.
 */
export const recordLateDecision = (source: DataSource, decision: Decision, now: number): Promise<void> =>
  source.transaction('READ COMMITTED', (manager) => append(manager, decision, now));
