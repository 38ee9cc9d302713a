import { ExamEvent } from '#models/exam-event';
import { IdentityCase } from '#models/identity-case';
import { RecordedChangeRow } from '#models/recorded-change';
import { Sitting } from '#models/sitting';
import { StoredObject } from '#models/stored-object';
import { buildSitting } from '#models/test/factories';
import { identityCaseWorkflowId } from '#protocol/ids';
import type { IdentityCaseInput, IdentityCaseState } from '#workflows/messages';
import { deleteStills } from '../delete-stills';
import { openIdentityCase } from '../open-identity-case';
import { recordIdentityCase } from '../record-identity-case';
import { recordTransition } from '../record-transition';
import { tellSitting } from '../tell-sitting';
import { buildChange, buildStaffView } from '../test/views';
import { createTestDeps } from './test/deps';
import { connectTemporal } from './test/temporal';

describe('an identity case', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let temporal: Awaited<ReturnType<typeof connectTemporal>>;
  const stored = new Map<string, Buffer>();
  beforeAll(async () => {
    temporal = await connectTemporal();
    const storage = {
      put: async () => undefined,
      get: async (key: string) => stored.get(key) ?? null,
      exists: async (key: string) => stored.has(key),
      delete: async (key: string) => void stored.delete(key),
    };
    hall = await createTestDeps({ client: temporal.client, storage });
  });
  afterAll(async () => {
    await temporal.close();
    await hall.database.drop();
  });

  const inputFor = (
    { id, roomId }: Sitting,
    stills: readonly string[] = ['s'.repeat(20)],
  ): IdentityCaseInput => ({
    ...{ caseId: `${id}.face`, sittingId: id, roomId, stepId: 'face', openedAt: 1_795_500_000_000, stills },
    reason: 'no-match',
    decidedBy: 'waiting-officer',
  });
  const open = ({ caseId }: IdentityCaseInput): IdentityCaseState => ({
    ...{ caseId, phase: 'open', firstBy: null, verdict: null, decidedBy: null, decidedAt: null },
  });
  const decided = (input: IdentityCaseInput): IdentityCaseState => ({
    ...open(input),
    ...{ phase: 'decided', verdict: 'same', decidedBy: 'staff:x', decidedAt: 1_795_500_060_000 },
  });
  const record = (input: IdentityCaseInput, state: IdentityCaseState, note: string | null = null) =>
    recordIdentityCase(hall.deps)({ input, state, note, cardKey: null });
  const rowOf = (caseId: string) => hall.source.getRepository(IdentityCase).findOneByOrFail({ caseId });

  test('is opened once, also when it is over', async () => {
    const input = inputFor(await buildSitting(hall.source));
    const workflowId = identityCaseWorkflowId(input.caseId);
    await openIdentityCase(hall.deps)(input);
    const first = await temporal.client.workflow.getHandle(workflowId).describe();
    await openIdentityCase(hall.deps)(input);
    await temporal.end(workflowId);
    await openIdentityCase(hall.deps)(input);
    const last = await temporal.client.workflow.getHandle(workflowId).describe();
    expect(last.runId).toBe(first.runId);
  });

  test('is written down as it goes, and never goes back', async () => {
    const input = inputFor(await buildSitting(hall.source));
    await record(input, open(input));
    expect(await rowOf(input.caseId)).toMatchObject({
      phase: 'open',
      decidedByRole: 'waiting-officer',
      verdict: null,
    });
    await record(input, decided(input), '核对身份证');
    await record(input, open(input));
    expect(await rowOf(input.caseId)).toMatchObject({
      phase: 'decided',
      verdict: 'same',
      note: '核对身份证',
    });
  });

  test('tells who looks at the room', async () => {
    const sitting = await buildSitting(hall.source);
    await record(inputFor(sitting), open(inputFor(sitting)));
    expect(hall.published).toContainEqual({
      channel: `room:${sitting.roomId}`,
      message: { kind: 'sitting', sittingId: sitting.id, roomId: sitting.roomId, revision: 0 },
    });
  });

  test('tells its sitting what was decided', async () => {
    const { id } = await buildSitting(hall.source);
    await temporal.startSitting(id);
    await tellSitting(hall.deps)({
      sittingId: id,
      caseId: `${id}.face`,
      verdict: 'same',
      by: 'staff:x',
      at: 1,
    });
    expect(await temporal.signalsTo(id)).toEqual([
      { caseId: `${id}.face`, verdict: 'same', by: 'staff:x', at: 1 },
    ]);
  });

  describe('decided when the sitting is long gone', () => {
    const tell = async (times: number) => {
      const { id, roomId, examId } = await buildSitting(hall.source);
      const identity = { status: 'open', caseId: 'x', reason: 'no-match', attemptsUsed: 3 } as const;
      const view = buildStaffView(id, 1, { identity });
      const changes = [buildChange(1)];
      await recordTransition(hall.deps)({ sittingId: id, roomId, examId, changes, view });
      const decision = { sittingId: id, caseId: 'x', verdict: 'different', by: 'staff:x', at: 1 } as const;
      await Promise.all(Array.from({ length: times }, () => tellSitting(hall.deps)(decision)));
      return id;
    };
    test('is the next change of the record, once', async () => {
      const id = await tell(5);
      const events = hall.source.getRepository(ExamEvent);
      const record = await events.find({ where: { sittingId: id }, order: { revision: 'ASC' } });
      expect(record.map(({ revision }) => revision)).toEqual([1, 2]);
      expect(record[1]).toMatchObject({
        ...{ kind: 'identity.decided', ordinal: 0, at: 1, byWhom: 'staff:x', stepId: null, commandId: null },
        details: { caseId: 'x', verdict: 'different' },
      });
      const changes = hall.source.getRepository(RecordedChangeRow);
      expect(await changes.findBy({ sittingId: id })).toMatchObject([{ revision: 1 }, { revision: 2 }]);
    });
    test('is written into its projection', async () => {
      const row = await hall.source.getRepository(Sitting).findOneByOrFail({ id: await tell(1) });
      expect(row).toMatchObject({
        ...{ revision: 2, identityStatus: 'different', stepKind: 'notice' },
        staffView: { identity: { status: 'different' }, view: { revision: 2, identity: 'decided' } },
      });
    });
  });

  test('has its stills deleted, and a late repeat of the record does not name them again', async () => {
    const sitting = await buildSitting(hall.source);
    const [mine, others] = ['a'.repeat(32), 'b'.repeat(32)];
    const rows = hall.source.getRepository(StoredObject);
    for (const key of [mine, others]) {
      stored.set(key, Buffer.from(key));
      const kind = 'still' as const;
      await rows.insert({
        key,
        kind,
        sittingId: sitting.id,
        mediaType: 'image/jpeg',
        bytes: 1,
        digest: '0'.repeat(64),
        createdAt: 1,
      });
    }
    const input = inputFor(sitting, [mine]);
    await record(input, decided(input));
    await deleteStills(hall.deps)({ caseId: input.caseId, keys: [mine] });
    await deleteStills(hall.deps)({ caseId: input.caseId, keys: [mine] });
    await record(input, decided(input));
    expect([...stored.keys()]).toEqual([others]);
    expect((await rows.findOneByOrFail({ key: mine })).deletedAt).toEqual(expect.any(Number));
    expect((await rows.findOneByOrFail({ key: others })).deletedAt).toBeNull();
    expect((await rowOf(input.caseId)).stills).toEqual([]);
  });
});
