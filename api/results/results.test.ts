import { ulid } from 'ulid';
import { readSheet } from 'read-excel-file/node';
import { IdentityCase } from '#models/identity-case';
import type { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { buildExam, buildFlowVersion, buildRoom } from '../../models/test/factories';
import { readFlow } from '../flows/read-flow';
import type { Browser } from '../test/browser';
import { shippedYaml } from '../test/day';
import { enrol, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
let flowVersionId: string;
beforeAll(async () => {
  api = await startApi();
  const rule = 'atDeadline: tell\n    scoring: { dropExtremesFrom: 3, askWhenApart: 10 }';
  const { document } = readFlow(shippedYaml.replace('atDeadline: tell', rule));
  if (!document) throw new Error('the flow has faults');
  flowVersionId = (await buildFlowVersion(api.source, { document })).id;
});
afterAll(async () => api.close());

type Member = Awaited<ReturnType<typeof signInStaff>>;
interface Hall {
  readonly room: Room;
  readonly examiners: readonly Member[];
  readonly chief: Member;
  readonly secretary: Member;
  readonly admin: Member;
}

/** A room with two examiners and a chair, who all score. */
async function hall(): Promise<Hall> {
  const exam = await buildExam(api.source, { flowVersionId });
  const room = await buildRoom(api.source, { examId: exam.id });
  const one = (role: Parameters<typeof signInStaff>[2]) => signInStaff(api.url, api.source, role, [room]);
  return {
    room,
    examiners: [await one('examiner'), await one('examiner')],
    ...{ chief: await one('chief-examiner'), secretary: await one('secretary') },
    admin: await signInStaff(api.url, api.source, 'admin', [], { examId: room.examId }),
  };
}

/** Somebody who was interviewed; `ended` as everybody who is scored has. */
async function sat(room: Room, how: 'ended' | 'inside' = 'ended'): Promise<string> {
  const { sitting } = await enrol(api.source, room);
  const endedAt = how === 'ended' ? 9_000 : null;
  await api.source.getRepository(Sitting).update(sitting.id, { revision: 4, flowVersionId, endedAt });
  return sitting.id;
}

const pointsOf = (work: number) => ({ ground: 20, work, thought: 20, language: 10 });
async function seal(by: Browser, sittingId: string, work: number): Promise<void> {
  const params = { sittingId };
  await by.call('saveScore', { params, body: { values: pointsOf(work), note: '' } });
  const { refused } = await by.call('sealScore', { params });
  if (refused) throw new Error(refused);
}
const read = async ({ secretary, room }: Hall) =>
  (await secretary.call('readResults', { params: { roomId: room.id } })).body;
const sign = (by: Browser, { room }: Hall, digest: string) =>
  by.call('signResults', { params: { roomId: room.id }, body: { digest } });
const release = ({ admin, room }: Hall) => admin.call('releaseResults', { params: { examId: room.examId } });

/** One candidate, scored by all three: 70, 75 and 85 points. */
async function scored() {
  const all = await hall();
  const sittingId = await sat(all.room);
  const [first, second] = all.examiners;
  if (!first || !second) throw new Error('no examiners');
  await seal(first, sittingId, 20);
  await seal(second, sittingId, 25);
  await seal(all.chief, sittingId, 30);
  return { ...all, sittingId, first, second };
}

describe("a room's results", () => {
  it("show nobody's points before everybody's sheets are sealed", async () => {
    const all = await hall();
    const sittingId = await sat(all.room);
    for (const by of all.examiners) await seal(by, sittingId, 25);
    expect((await read(all)).results).toMatchObject([
      { state: 'sheets-missing', in: 2, of: 3, sheets: [], tally: null },
    ]);
  });

  it('are the mean by the rule of the flow once all are in, and say where the panel is far apart', async () => {
    const all = await scored();
    const [result] = (await read(all)).results;
    expect(result).toMatchObject({ state: 'complete', in: 3, of: 3 });
    expect(result?.tally).toMatchObject({ mean: 75, spread: 10, apart: false });
    expect(result?.tally?.dropped).toHaveLength(2);
  });

  it('tell who is absent and who is still inside', async () => {
    const all = await hall();
    await enrol(api.source, all.room);
    await sat(all.room, 'inside');
    const states = (await read(all)).results.map(({ state }) => state);
    expect(states.sort()).toEqual(['absent', 'under-way']);
  });

  it('do without an examiner who stepped back, and do not let him step back after sealing', async () => {
    const all = await hall();
    const sittingId = await sat(all.room);
    const [first, second] = all.examiners;
    const reason = '考生是我的学生';
    expect((await first?.call('recuse', { params: { sittingId }, body: { reason } }))?.status).toBe(200);
    if (second) await seal(second, sittingId, 25);
    await seal(all.chief, sittingId, 25);
    const [result] = (await read(all)).results;
    expect(result).toMatchObject({ state: 'complete', in: 2, of: 2 });
    expect(result?.recused).toHaveLength(1);
    const late = await second?.call('recuse', { params: { sittingId }, body: { reason } });
    expect(late?.refused).toBe('SCORE_SEALED');
  });
});

describe('a correction', () => {
  const correct = (by: Browser, sittingId: string, work: number, id = ulid()) =>
    by.call('correctScore', {
      params: { sittingId },
      body: { id, values: pointsOf(work), reason: '加分时算错了' },
    });

  it('counts from then on, stays visible with its reason, and may be repeated', async () => {
    const all = await scored();
    const id = ulid();
    for (const _ of ['sent', 'repeated']) await correct(all.first, all.sittingId, 24, id);
    const [result] = (await read(all)).results;
    const sheet = result?.sheets.find(({ staffId }) => staffId === all.first.staffId);
    expect(sheet).toMatchObject({ total: 74, corrections: [{ reason: '加分时算错了' }] });
    const own = await all.first.call('readScore', { params: { sittingId: all.sittingId } });
    expect(own.body.values['work']).toBe(20);
  });

  it('is for a sealed sheet only, and within the ranges', async () => {
    const all = await hall();
    const sittingId = await sat(all.room);
    const [first] = all.examiners;
    if (!first) throw new Error('no examiner');
    expect((await correct(first, sittingId, 20)).refused).toBe('NOT_NOW');
    await seal(first, sittingId, 20);
    const answer = await correct(first, sittingId, 31);
    expect([answer.refused, answer.details]).toEqual(['SCORE_INCOMPLETE', { criteria: ['work'] }]);
  });

  it('takes the signatures under what was there before with it', async () => {
    const all = await scored();
    await sign(all.chief, all, (await read(all)).digest);
    expect((await read(all)).signatures).toMatchObject([{ role: 'chief-examiner', holds: true }]);
    await correct(all.first, all.sittingId, 24);
    expect((await read(all)).signatures).toMatchObject([{ role: 'chief-examiner', holds: false }]);
  });
});

describe('signing and releasing', () => {
  it('refuses to sign while sheets are missing, or what has changed since it was looked at', async () => {
    const all = await hall();
    const sittingId = await sat(all.room);
    const { digest } = await read(all);
    const open = await sign(all.chief, all, digest);
    expect([open.refused, open.details['why']]).toEqual(['RESULTS_OPEN', ['sheets']]);
    for (const by of [...all.examiners, all.chief]) await seal(by, sittingId, 25);
    expect((await sign(all.chief, all, digest)).refused).toBe('RESULTS_CHANGED');
    expect((await sign(all.chief, all, (await read(all)).digest)).status).toBe(200);
  });

  it('releases only what chair and secretary have signed, and no open identity case holds back', async () => {
    const all = await scored();
    const { digest } = await read(all);
    expect((await release(all)).details['why']).toEqual(['signatures']);
    await sign(all.chief, all, digest);
    await sign(all.secretary, all, digest);
    const cases = api.source.getRepository(IdentityCase);
    const caseId = `${all.sittingId}.face`;
    await cases.insert({
      ...{ caseId, sittingId: all.sittingId, roomId: all.room.id, stepId: 'face', reason: 'not-passed' },
      ...{ decidedByRole: 'waiting-officer', phase: 'open', openedAt: 1, stills: [] },
    });
    expect((await release(all)).details['why']).toEqual(['identity']);
    await cases.update({ caseId }, { phase: 'decided', verdict: 'same', decidedAt: 2 });
    expect((await release(all)).status).toBe(200);
  });

  it('changes nothing any more once they are out', async () => {
    const all = await scored();
    const { digest } = await read(all);
    for (const by of [all.chief, all.secretary]) await sign(by, all, digest);
    await release(all);
    expect((await read(all)).released).toMatchObject({ name: expect.any(String) as string });
    const body = { id: ulid(), values: pointsOf(1), reason: '太晚了' };
    const params = { sittingId: all.sittingId };
    expect((await all.first.call('correctScore', { params, body })).refused).toBe('RESULTS_RELEASED');
    expect((await sign(all.chief, all, digest)).refused).toBe('RESULTS_RELEASED');
    expect((await release(all)).refused).toBe('RESULTS_RELEASED');
  });

  it('gives all of it as a spreadsheet', async () => {
    const all = await scored();
    const { ticket } = (await read(all)).results[0] ?? {};
    const response = await all.admin.send(`/api/exams/${all.room.examId}/results.xlsx`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const [head, line] = await readSheet(bytes, '成绩');
    expect(head?.slice(0, 3)).toEqual(['考场', '准考证号', '姓名']);
    expect(line?.slice(3, 5)).toEqual(['完成', 75]);
    expect(String(line?.[1])).toBe(ticket);
    expect(await readSheet(bytes, '成绩单')).toHaveLength(4);
  });
});
