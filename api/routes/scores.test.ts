import type { Room } from '#models/room';
import { AuditEntry } from '#models/audit-entry';
import { buildFlowVersion, buildExam, buildRoom } from '../../models/test/factories';
import { readFlow } from '../flows/read-flow';
import { createBrowser, type Browser } from '../test/browser';
import { shippedYaml } from '../test/day';
import { enrol, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
let room: Room;
beforeAll(async () => {
  api = await startApi();
  const { document } = readFlow(shippedYaml);
  if (!document) throw new Error('the shipped flow has faults');
  const version = await buildFlowVersion(api.source, { document });
  const exam = await buildExam(api.source, { flowVersionId: version.id });
  room = await buildRoom(api.source, { examId: exam.id });
});
afterAll(async () => api.close());

const sitting = async () => (await enrol(api.source, room)).sitting.id;
const examiner = () => signInStaff(api.url, api.source, 'examiner', [room]);
const save = (by: Browser, sittingId: string, values: Record<string, number>, note = '') =>
  by.call('saveScore', { params: { sittingId }, body: { values, note } });
const seal = (by: Browser, sittingId: string) => by.call('sealScore', { params: { sittingId } });
const whole = { ground: 25, work: 28.5, thought: 20, language: 0 };

describe("an examiner's sheet", () => {
  it('has the criteria of the flow and is empty at first', async () => {
    const { body } = await (await examiner()).call('readScore', { params: { sittingId: await sitting() } });
    expect(body.criteria.map(({ id, max }) => [id, max])).toEqual([
      ['ground', 30],
      ['work', 30],
      ['thought', 25],
      ['language', 15],
    ]);
    expect(body).toMatchObject({ values: {}, note: '', savedAt: null, sealedAt: null });
  });

  it('is saved with gaps, and changed as long as it is not sealed', async () => {
    const [by, sittingId] = [await examiner(), await sitting()];
    expect((await save(by, sittingId, { ground: 25 }, 'calm')).body).toMatchObject({
      values: { ground: 25 },
      note: 'calm',
    });
    await save(by, sittingId, { work: 30 });
    const { body } = await by.call('readScore', { params: { sittingId } });
    expect(body).toMatchObject({ values: { work: 30 }, note: '' });
  });

  it.each([
    ['more than the most', { ground: 31 }],
    ['less than nothing', { ground: -1 }],
    ['no criterion of this flow', { charm: 5 }],
  ])('takes no %s', async (_, values) => {
    const answer = await save(await examiner(), await sitting(), values);
    expect([answer.status, answer.refused, answer.details]).toEqual([
      422,
      'SCORE_INCOMPLETE',
      { criteria: Object.keys(values) },
    ]);
  });

  it('is sealed when complete, once and for all', async () => {
    const [by, sittingId] = [await examiner(), await sitting()];
    await save(by, sittingId, { ground: 25 });
    const early = await seal(by, sittingId);
    expect([early.refused, early.details]).toEqual([
      'SCORE_INCOMPLETE',
      { criteria: ['work', 'thought', 'language'] },
    ]);
    await save(by, sittingId, whole);
    expect((await seal(by, sittingId)).body.sealedAt).toBeGreaterThan(Date.now() - 10_000);
    expect((await save(by, sittingId, whole)).refused).toBe('SCORE_SEALED');
    expect((await seal(by, sittingId)).refused).toBe('SCORE_SEALED');
    const written = await api.source.getRepository(AuditEntry).findBy({ subject: sittingId });
    expect(written).toMatchObject([{ action: 'score.seal', byWhom: `staff:${by.staffId}` }]);
  });

  it('is not changed by a save that races with the seal', async () => {
    const [by, sittingId] = [await examiner(), await sitting()];
    await save(by, sittingId, whole);
    const races = [
      save(by, sittingId, { ...whole, ground: 1 }),
      seal(by, sittingId),
      save(by, sittingId, { ground: 2 }),
    ];
    const refused = (await Promise.all(races)).map((answer) => answer.refused);
    const { body } = await by.call('readScore', { params: { sittingId } });
    if (body.sealedAt !== null) expect(Object.keys(body.values)).toHaveLength(4);
    else expect(refused).toContain('SCORE_INCOMPLETE');
  });

  it('is his own: another examiner sees an empty one', async () => {
    const sittingId = await sitting();
    await save(await examiner(), sittingId, whole);
    const { body } = await (await examiner()).call('readScore', { params: { sittingId } });
    expect(body.values).toEqual({});
  });
});

describe.each(['readScore', 'saveScore', 'sealScore'] as const)('%s', (name) => {
  const body = name === 'saveScore' ? { values: {}, note: '' } : undefined;
  const given = async () => ({ params: { sittingId: await sitting() }, body }) as never;
  it('requires authentication', async () => {
    expect((await createBrowser(api.url).call(name, await given())).refused).toBe('NOT_SIGNED_IN');
  });
  it("refuses another's sitting", async () => {
    const theirs = await signInStaff(api.url, api.source, 'examiner', [await buildRoom(api.source)]);
    expect((await theirs.call(name, await given())).refused).toBe('NOT_FOUND');
  });
  it('is not for who does not score', async () => {
    const secretary = await signInStaff(api.url, api.source, 'secretary', [room]);
    expect((await secretary.call(name, await given())).refused).toBe('NOT_ALLOWED');
  });
});
