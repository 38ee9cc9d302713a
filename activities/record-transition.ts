import type { EntityManager, ObjectLiteral } from 'typeorm';
import { ExamEvent } from '#models/exam-event';
import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import { roomChannel, sittingChannel, type ChannelMessage } from '#protocol/channels';
import type { RecordedChange } from '#protocol/events';
import type { SittingPorts } from '#workflows/activities';
import type { Deps } from './deps';
import { failure } from './failures';
import { projectionOf } from './projection';

type Batch = Parameters<SittingPorts['recordTransition']>[0];

export const changeRow = (sittingId: string, { revision, answer }: RecordedChange, recordedAt: number) => ({
  sittingId,
  revision,
  recordedAt,
  commandId: answer?.commandId ?? null,
  answer: answer?.json ?? null,
});

export const eventRows = (sittingId: string, { revision, events }: RecordedChange): Omit<ExamEvent, 'id'>[] =>
  events.map(({ kind, at, by, stepId, commandId, details }, ordinal) => ({
    ...{ sittingId, revision, ordinal, kind, at, stepId, commandId, details },
    byWhom: by,
  }));

/** Changes that are not recorded yet. @throws ApplicationFailure RECORD_GAP */
const freshOf = (changes: readonly RecordedChange[], last: number, sittingId: string) => {
  const fresh = changes.filter(({ revision }) => revision > last);
  fresh.forEach(({ revision }, index) => {
    if (revision !== last + 1 + index)
      throw failure('RECORD_GAP', { sittingId, last: last + index, revision });
  });
  return fresh;
};

/** A row per sitting is locked, so that a try that was given up and its repeat cannot both write. */
const writeBatch = async (manager: EntityManager, { sittingId, changes, view }: Batch, now: number) => {
  const known = await manager.findOne(Sitting, {
    select: { id: true, startedAt: true },
    where: { id: sittingId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!known) throw failure('NOT_ON_ROSTER', { sittingId });
  const last = (await manager.maximum(RecordedChangeRow, 'revision', { sittingId })) ?? 0;
  const fresh = freshOf(changes, last, sittingId);
  const events = fresh.flatMap((change) => eventRows(sittingId, change));
  if (fresh.length > 0)
    await manager.insert(
      RecordedChangeRow,
      fresh.map((each) => changeRow(sittingId, each, now)),
    );
  if (events.length > 0) await manager.insert<ObjectLiteral>(ExamEvent, events);
  const startedAt = known.startedAt ?? changes[0]?.events[0]?.at ?? now;
  await manager
    .createQueryBuilder()
    .update(Sitting)
    .set({ ...projectionOf(view), startedAt })
    .where('id = :sittingId AND revision < :revision', { sittingId, revision: view.view.revision })
    .execute();
};

/** Event rows and projection in one transaction; then those who look are told to look again. */
export const recordTransition =
  ({ database, publish, clock }: Deps): SittingPorts['recordTransition'] =>
  async (batch) => {
    const source = await database();
    await source.transaction('READ COMMITTED', (manager) => writeBatch(manager, batch, clock()));
    const { sittingId, roomId, view } = batch;
    const message: ChannelMessage = { kind: 'sitting', sittingId, roomId, revision: view.view.revision };
    publish(sittingChannel(sittingId), message);
    publish(roomChannel(roomId), message);
  };
