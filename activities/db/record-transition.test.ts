import { ExamEvent } from '#models/exam-event';
import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import { buildSitting } from '#models/test/factories';
import { recordTransition } from '../record-transition';
import { buildChange, buildEvent, buildStaffView } from '../test/views';
import { createTestDeps } from './test/deps';

type Batch = Parameters<ReturnType<typeof recordTransition>>[0];

describe('recording a transition', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  beforeAll(async () => {
    hall = await createTestDeps();
  });
  afterAll(() => hall.database.drop());

  const batchFor = (
    { id, roomId, examId }: Sitting,
    changes: Batch['changes'],
    revision?: number,
  ): Batch => ({
    ...{ sittingId: id, roomId, examId, changes },
    view: buildStaffView(id, revision ?? changes.at(-1)?.revision ?? 0),
  });
  const record = (batch: Batch) => recordTransition(hall.deps)(batch);
  const rowOf = (id: string) => hall.source.getRepository(Sitting).findOneByOrFail({ id });
  const eventsOf = (sittingId: string) =>
    hall.source
      .getRepository(ExamEvent)
      .find({ where: { sittingId }, order: { revision: 'ASC', ordinal: 'ASC' } });

  test('writes events, the answer and the projection', async () => {
    const sitting = await buildSitting(hall.source);
    const events = [
      buildEvent({ commandId: 'c1', by: 'staff:x' }),
      buildEvent({ kind: 'second', details: { n: 1 } }),
    ];
    await record(
      batchFor(sitting, [{ revision: 1, events, answer: { commandId: 'c1', json: '{"revision":1}' } }]),
    );
    expect(await eventsOf(sitting.id)).toMatchObject([
      { revision: 1, ordinal: 0, commandId: 'c1', byWhom: 'staff:x', details: { kind: 'notice' } },
      { revision: 1, ordinal: 1, commandId: null, kind: 'second', details: { n: 1 } },
    ]);
    const change = await hall.source
      .getRepository(RecordedChangeRow)
      .findOneByOrFail({ sittingId: sitting.id });
    expect(change).toMatchObject({ revision: 1, commandId: 'c1', answer: '{"revision":1}' });
    expect(await rowOf(sitting.id)).toMatchObject({
      ...{ revision: 1, stepKind: 'notice', startedAt: buildEvent().at, endedAt: null },
      staffView: buildStaffView(sitting.id, 1),
    });
  });

  test('tells the sitting and the room to look again', async () => {
    const sitting = await buildSitting(hall.source);
    await record(batchFor(sitting, [buildChange(1)]));
    const message = { kind: 'sitting', sittingId: sitting.id, roomId: sitting.roomId, revision: 1 };
    expect(hall.published).toContainEqual({ channel: `sitting:${sitting.id}`, message });
    expect(hall.published).toContainEqual({ channel: `room:${sitting.roomId}`, message });
  });

  test('passes over what is recorded already, in whole or in part', async () => {
    const sitting = await buildSitting(hall.source);
    await record(batchFor(sitting, [buildChange(1, 'c1'), buildChange(2)]));
    await record(batchFor(sitting, [buildChange(1, 'c1'), buildChange(2)]));
    await record(batchFor(sitting, [buildChange(2), buildChange(3, 'c3')]));
    expect((await eventsOf(sitting.id)).map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(await rowOf(sitting.id)).toMatchObject({ revision: 3 });
  });

  test.each([
    ['at the beginning', [], [buildChange(2)]],
    ['after what is recorded', [buildChange(1)], [buildChange(3)]],
    ['inside a batch', [buildChange(1)], [buildChange(2), buildChange(4)]],
  ])('refuses a gap %s and writes nothing', async (_where, before, changes) => {
    const sitting = await buildSitting(hall.source);
    if (before.length > 0) await record(batchFor(sitting, before));
    const failed = record(batchFor(sitting, changes));
    await expect(failed).rejects.toMatchObject({ type: 'RECORD_GAP', nonRetryable: true });
    expect(await eventsOf(sitting.id)).toHaveLength(before.length);
    expect(await rowOf(sitting.id)).toMatchObject({ revision: before.length });
  });

  test('never takes the projection back, when an older view comes late', async () => {
    const sitting = await buildSitting(hall.source);
    await record(batchFor(sitting, [buildChange(1)], 5));
    await record(batchFor(sitting, [buildChange(1), buildChange(2)], 2));
    expect(await rowOf(sitting.id)).toMatchObject({ revision: 5 });
    expect(await eventsOf(sitting.id)).toHaveLength(2);
  });

  test('survives the same batch twenty times at once', async () => {
    const sitting = await buildSitting(hall.source);
    const batch = batchFor(sitting, [buildChange(1, 'c1'), buildChange(2)]);
    await Promise.all(Array.from({ length: 20 }, () => record(batch)));
    expect(await eventsOf(sitting.id)).toHaveLength(2);
  });

  test('keeps the start, and takes the end back when the sitting is reopened', async () => {
    const sitting = await buildSitting(hall.source);
    await record(batchFor(sitting, [buildChange(1)]));
    const { startedAt } = await rowOf(sitting.id);
    const over = { at: 9_000_000_000_000, by: 'staff:x', cause: 'staff' } as const;
    const ended = buildStaffView(sitting.id, 2, { view: { phase: 'over', over, step: null, stepId: null } });
    await record({ ...batchFor(sitting, [buildChange(2)]), view: ended });
    expect(await rowOf(sitting.id)).toMatchObject({ startedAt, endedAt: over.at, stepKind: null });
    await record(batchFor(sitting, [buildChange(3)]));
    expect(await rowOf(sitting.id)).toMatchObject({ startedAt, endedAt: null, stepKind: 'notice' });
  });

  test('says so when the roster has no such sitting', async () => {
    const sitting = await buildSitting(hall.source);
    const stranger = { ...sitting, id: '01JD00000000000000000000ZZ' } as Sitting;
    await expect(record(batchFor(stranger, [buildChange(1)]))).rejects.toMatchObject({
      type: 'NOT_ON_ROSTER',
    });
  });
});
