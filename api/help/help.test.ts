import { ulid } from 'ulid';
import { buildRoom } from '../../models/test/factories';
import type { Room } from '#models/room';
import type { HelpReport } from '#protocol/help.schema';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import type { Browser } from '../test/browser';
import { startApi, type TestApi } from '../test/start-api';

const report = (given: Partial<HelpReport> = {}): HelpReport => ({
  ...{ position: 1, stepId: 'cameras', device: null, faults: ['denied'], lacks: [] },
  ...{ browser: 'Chrome 131 · Windows', screen: '1440 × 900', language: 'zh' },
  ...given,
});

describe('a call for help', () => {
  let api: TestApi;
  let room: Room;
  let who: Enrolled;
  let candidate: Browser;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    room = await buildRoom(api.source);
    who = await enrol(api.source, room);
    candidate = await signInCandidate(api.url, who);
  });
  afterAll(() => api.close());

  const support = (name: string) =>
    signInStaff(api.url, api.source, 'support', [], { examId: room.examId, name });
  const ask = (as: Browser, id = ulid(), given: Partial<HelpReport> = {}) =>
    as.call('askForHelp', { body: { id, report: report(given) } });
  const listed = async (as: Browser) => (await as.call('listHelpCalls')).body.calls;
  const named = (callId: string) => ({ params: { sittingId: who.sitting.id, callId } });

  it('stands in support’s list with its report, and is talked through and closed with a note', async () => {
    const helper = await support('王工');
    const { id } = (await ask(candidate)).body;
    const [line] = await listed(helper);
    expect(line).toMatchObject({
      id,
      candidate: { name: '张三', ticket: who.candidate.ticket },
      report: report(),
      takenBy: null,
      closed: null,
    });
    await helper.call('takeHelpCall', { ...named(id), body: {} });
    await candidate.call('writeInHelp', { body: { id: ulid(), text: '没有画面' } });
    await helper.call('answerHelpCall', { ...named(id), body: { id: ulid(), text: '请点允许' } });
    const own = (await candidate.call('readOwnHelp')).body.call;
    expect(own).toMatchObject({ id, answeredBy: '王工', closedAt: null });
    expect(own?.words.map(({ text, from, mine }) => [text, from, mine])).toEqual([
      ['没有画面', 'candidate', true],
      ['请点允许', 'support', false],
    ]);
    await helper.call('closeHelpCall', { ...named(id), body: { note: '摄像头权限' } });
    expect((await listed(helper))[0]?.closed).toMatchObject({ by: '王工', note: '摄像头权限' });
    expect((await candidate.call('readOwnHelp')).body.call?.closedAt).toEqual(expect.any(Number));
  });

  it('is one for both devices, and asking again renews its report', async () => {
    const helper = await support('王工');
    const second = await signInCandidate(api.url, who, 2);
    const { id } = (await ask(candidate)).body;
    expect((await ask(second, ulid(), { position: 2, faults: [] })).body.id).toBe(id);
    const lines = await listed(helper);
    expect(lines.map((line) => [line.id, line.report.position])).toEqual([[id, 2]]);
  });

  it('can be made anew after it was closed, and the repeat of a request makes none', async () => {
    const first = ulid();
    await ask(candidate, first);
    await candidate.call('endOwnHelp');
    expect((await ask(candidate, first)).body.closedAt).toEqual(expect.any(Number));
    const next = (await ask(candidate)).body;
    expect(next.id).not.toBe(first);
    expect(next.closedAt).toBeNull();
  });

  it('is answered by one; the second is told who was first, and takes over only knowingly', async () => {
    const [one, two] = [await support('王工'), await support('赵工')];
    const { id } = (await ask(candidate)).body;
    await one.call('takeHelpCall', { ...named(id), body: {} });
    const refused = await two.call('takeHelpCall', { ...named(id), body: {} });
    expect([refused.refused, refused.details]).toMatchObject(['ALREADY_DONE', { by: '王工' }]);
    await two.call('takeHelpCall', { ...named(id), body: { takeOver: true } });
    expect((await listed(one))[0]?.takenBy?.name).toBe('赵工');
  });

  it('takes no words once it is closed', async () => {
    const helper = await support('王工');
    const { id } = (await ask(candidate)).body;
    await candidate.call('endOwnHelp');
    const words = { body: { id: ulid(), text: '还在吗' } };
    expect((await candidate.call('writeInHelp', words)).refused).toBe('NOT_NOW');
    expect((await helper.call('answerHelpCall', { ...named(id), ...words })).refused).toBe('NOT_NOW');
  });

  it('is not in the list of another exam’s support, nor readable there', async () => {
    const { id } = (await ask(candidate)).body;
    const other = await buildRoom(api.source);
    const stranger = await signInStaff(api.url, api.source, 'support', [], { examId: other.examId });
    expect(await listed(stranger)).toEqual([]);
    expect((await stranger.call('readHelpCall', named(id))).refused).toBe('NOT_FOUND');
  });

  it('is not answered under another sitting’s address', async () => {
    const helper = await support('王工');
    const other = await enrol(api.source, room);
    const { id } = (await ask(candidate)).body;
    const wrong = { params: { sittingId: other.sitting.id, callId: id } };
    expect((await helper.call('takeHelpCall', { ...wrong, body: {} })).refused).toBe('NOT_FOUND');
    expect((await helper.call('closeHelpCall', { ...wrong, body: { note: '' } })).refused).toBe('NOT_FOUND');
    expect((await listed(helper))[0]?.closed).toBeNull();
  });

  it('shows both devices and what their pages said', async () => {
    const helper = await support('王工');
    await candidate.call('logJoin', { body: { topic: 'camera', step: 'open', outcome: 'denied' } });
    const { id } = (await ask(candidate)).body;
    const { body } = await helper.call('readHelpCall', named(id));
    expect(body.log).toMatchObject([{ topic: 'camera', step: 'open', outcome: 'denied', position: 1 }]);
    expect(body.presence[1].state).toBe('never');
  });
});
