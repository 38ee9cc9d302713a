import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { Exam } from '#models/exam';
import { Sitting } from '#models/sitting';
import type { HelpReport } from '#protocol/help.schema';
import type { RehearsalReport } from '#protocol/rehearsal.schema';
import { buildExam, buildFlowVersion, buildRoom } from '../../models/test/factories';
import type { Browser } from '../test/browser';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import { startHall, until, type TestHall } from '../test/start-hall';
import { interviewDocument } from './test/documents';

const report: RehearsalReport = {
  ...{ browser: 'Chrome 131 · Windows', screen: '1440 × 900', lacks: [], faults: [], loudest: 0.4 },
  device: { camera: 'live', microphone: 'live', bell: true, visible: true, battery: null, rttMs: 30 },
};
const take = { mediaType: 'video/webm;codecs=vp8,opus', parts: 2, ms: 10_000, uplinkKbps: 4_000 };
const halves = [Buffer.from('first half'), Buffer.from('second half')];
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a rehearsal', () => {
  let hall: TestHall;
  let who: Enrolled;
  let candidate: Browser;
  beforeAll(async () => {
    hall = await startHall();
  });
  afterAll(() => hall.close());
  beforeEach(async () => {
    const version = await buildFlowVersion(hall.source, { document: interviewDocument });
    const opensAt = Date.now() + 86_400_000;
    const closesAt = opensAt + 3_600_000;
    const exam = await buildExam(hall.source, {
      ...{ flowVersionId: version.id, opensAt, entryClosesAt: closesAt, closesAt },
    });
    who = await enrol(hall.source, await buildRoom(hall.source, { examId: exam.id }));
    candidate = await signInCandidate(hall.url, who);
  });

  const sendPart = (as: Browser, trial: number, part: number, bytes = halves[part] ?? Buffer.alloc(0)) =>
    as.call('putTrialPart', {
      params: { trial, part },
      query: { digest: digestOf(bytes) },
      body: new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
    });
  const begin = async () => (await candidate.call('beginRehearsal')).body;
  const realSitting = () => hall.source.getRepository(Sitting).findOneByOrFail({ id: who.sitting.id });
  const office = () => signInStaff(hall.url, hall.source, 'admin', [], { examId: who.exam.id });
  const lineOf = async (as: Browser) =>
    (await as.call('listRehearsals', { params: { examId: who.exam.id } })).body.lines[0];

  it('is open a day before the doors, on a sitting of its own', async () => {
    const me = await begin();
    expect(me).toMatchObject({ kind: 'candidate', name: '张三', position: 1 });
    const { body: home } = await candidate.call('home');
    expect(home.rehearsal).toMatchObject({ opensAt: who.exam.opensAt });
    expect(home.exam.code).toBe(who.exam.code);
    expect(home.candidate).toMatchObject({ ticket: who.candidate.ticket });
    expect(home.candidate.sittingId).not.toBe(who.sitting.id);
    expect(home.flow.steps.map(({ kind }) => kind)).toEqual([
      'notice',
      'device-check',
      'waiting',
      'interview',
    ]);
  });

  it('leads through the path with the staff played, and never touches the real sitting', async () => {
    await begin();
    const { epoch } = (await candidate.call('claimPosition', { body: { deviceId: ulid() } })).body;
    const checked = await candidate.call('checkIn', { body: { commandId: ulid(), epoch } });
    expect(checked.refused).toBeUndefined();
    const command = (stepId: string, asked: object) =>
      candidate.call('sendCommand', {
        body: { commandId: ulid(), epoch, stepId, command: asked, roomSeq: 0 } as never,
      });
    await command('notice', { name: 'notice.read' });
    const ok = { camera: 'ok', microphone: 'ok', bell: 'ok' };
    await command('devices', { name: 'device-check.finish', report: ok });
    const played = await until(
      () => candidate.call('playRehearsal', { body: { commandId: ulid(), act: 'invite' } }),
      ({ refused }) => refused === undefined,
    );
    expect(played.body).toEqual({ done: true });
    const step = async () => (await candidate.call('home')).body.view?.step;
    await until(step, (seen) => seen?.kind === 'waiting' && seen.phase === 'invited');
    await command('waiting', { name: 'waiting.accept' });
    await until(step, (seen) => seen?.kind === 'interview');
    await candidate.call('playRehearsal', { body: { commandId: ulid(), act: 'question' } });
    await until(step, (seen) => seen?.kind === 'interview' && seen.questions.length === 1);
    await candidate.call('lookAtRehearsal', { body: report });
    const { trial } = (await candidate.call('beginTrial')).body;
    if (!trial) throw new Error('no trial began');
    for (const part of [0, 1]) await sendPart(candidate, trial.number, part);
    await candidate.call('sealTrial', { params: { trial: trial.number }, body: take });
    await until(
      () => candidate.call('finishRehearsal', { body: { sawHimself: true } }),
      ({ body }) => body.result?.outcome === 'passed',
    );
    expect(await lineOf(await office())).toMatchObject({
      outcome: 'passed',
      reasons: [],
      times: 1,
      bytes: 21,
    });
    expect(await realSitting()).toMatchObject({ startedAt: null, revision: 0, flowVersionId: null });
  });

  it('and the exam are never moved by a page of the other', async () => {
    const claim = async () =>
      (await candidate.call('claimPosition', { body: { deviceId: ulid(), takeOver: true } })).body.epoch;
    const enter = (sittingId: string, epoch: number) =>
      candidate.call('checkIn', { body: { commandId: ulid(), epoch, sittingId } });
    await hall.source.getRepository(Exam).update({ id: who.exam.id }, { opensAt: Date.now() - 1_000 });
    const realEpoch = await claim();
    const { sittingId: played } = (await begin()) as { sittingId: string };
    // The exam's page was still open when this browser became the rehearsal's.
    const playedEpoch = await claim();
    expect((await enter(who.sitting.id, realEpoch)).refused).toBe('SUPERSEDED');
    expect((await enter(played, playedEpoch)).refused).toBeUndefined();
    // The rehearsal's page was still open when it became the exam's again.
    await candidate.call('leaveRehearsal');
    expect(realEpoch).toBe(playedEpoch);
    expect((await enter(played, playedEpoch)).refused).toBe('SUPERSEDED');
    const late = { commandId: ulid(), epoch: playedEpoch, stepId: 'notice', roomSeq: 0, sittingId: played };
    const command = { name: 'notice.read' } as const;
    expect((await candidate.call('sendCommand', { body: { ...late, command } })).refused).toBe('SUPERSEDED');
    expect(await realSitting()).toMatchObject({ startedAt: null, revision: 0 });
    expect((await enter(who.sitting.id, realEpoch)).refused).toBeUndefined();
  });

  it('plays back what arrived, and takes nothing that was changed on the way', async () => {
    await begin();
    const { trial } = (await candidate.call('beginTrial')).body;
    const number = trial?.number ?? 0;
    await sendPart(candidate, number, 1);
    expect((await candidate.call('sealTrial', { params: { trial: number }, body: take })).refused).toBe(
      'NOT_NOW',
    );
    const wrong = await candidate.call('putTrialPart', {
      params: { trial: number, part: 0 },
      query: { digest: digestOf(Buffer.from('other')) },
      body: new Blob(['changed'], { type: 'application/octet-stream' }),
    });
    expect(wrong.refused).toBe('MALFORMED');
    for (let again = 0; again < 2; again += 1) await sendPart(candidate, number, 0);
    const sealed = await candidate.call('sealTrial', { params: { trial: number }, body: take });
    expect(sealed.body.takes).toMatchObject([{ position: 1, bytes: 21 }]);
    const played = await candidate.send('/api/rehearsal/takes/1');
    expect([played.headers.get('content-type'), await played.text()]).toEqual([
      'video/webm',
      'first halfsecond half',
    ]);
  });

  it('bounds a part', async () => {
    await begin();
    const { trial } = (await candidate.call('beginTrial')).body;
    const answer = await sendPart(candidate, trial?.number ?? 0, 0, Buffer.alloc(300 * 1024));
    expect(answer.refused).toBe('TOO_LARGE');
  });

  it('says what is missing where it was broken off', async () => {
    await begin();
    await candidate.call('lookAtRehearsal', {
      body: { ...report, device: { ...report.device, camera: 'denied' } },
    });
    expect(await lineOf(await office())).toMatchObject({
      outcome: 'unfinished',
      reasons: ['camera', 'bell', 'recording', 'unfinished'],
      browser: 'Chrome 131 · Windows',
    });
  });

  it('is judged once', async () => {
    await begin();
    const first = (await candidate.call('finishRehearsal', { body: { sawHimself: null } })).body.result;
    await candidate.call('lookAtRehearsal', { body: report });
    const again = (await candidate.call('finishRehearsal', { body: { sawHimself: true } })).body.result;
    expect(first?.outcome).toBe('failed');
    expect(again).toEqual(first);
  });

  it('turns back to the real exam, whose home tells how it went', async () => {
    await begin();
    await candidate.call('finishRehearsal', { body: { sawHimself: null } });
    const me = (await candidate.call('leaveRehearsal')).body;
    expect(me).toMatchObject({ sittingId: who.sitting.id });
    const own = (await candidate.call('ownRehearsal')).body;
    expect(own).toMatchObject({ mayRehearse: true, last: { outcome: 'failed' } });
    expect((await candidate.call('leaveRehearsal')).refused).toBe('NOT_NOW');
  });

  it('can be done again, but not once the real sitting has begun', async () => {
    await begin();
    await candidate.call('leaveRehearsal');
    await begin();
    await candidate.call('leaveRehearsal');
    expect(await lineOf(await office())).toMatchObject({ times: 2 });
    await hall.source.getRepository(Sitting).update({ id: who.sitting.id }, { startedAt: 1 });
    expect((await candidate.call('beginRehearsal')).refused).toBe('NOT_NOW');
  });

  it('is in no list of rooms, exams or flows', async () => {
    await begin();
    const admin = await signInStaff(hall.url, hall.source, 'admin', [], { examId: null });
    const { flows, exams } = (await admin.call('listFlows')).body;
    const staged = await hall.source.getRepository(Exam).findBy({ rehearsalOf: who.sitting.id });
    expect(staged).toHaveLength(1);
    expect(exams.map(({ id }) => id)).not.toContain(staged[0]?.id);
    expect(flows.filter(({ key }) => key.startsWith('~'))).toEqual([]);
    const me = (await admin.call('whoAmI')).body;
    const names = me.kind === 'staff' ? me.rooms.length : 0;
    expect(names).toBeGreaterThan(0);
    const listed = (await admin.call('listRehearsedExams')).body.exams;
    expect(listed.find(({ id }) => id === who.exam.id)).toMatchObject({ candidates: 1, rehearsed: 1 });
    expect(listed.map(({ id }) => id)).not.toContain(staged[0]?.id);
  });

  it('sends a call for help to the support of the real exam', async () => {
    await begin();
    const id = ulid();
    const body: HelpReport = {
      ...{ position: 1, stepId: null, device: null, faults: [], lacks: [] },
      ...{ browser: 'Chrome', screen: '', language: 'zh' },
    };
    await candidate.call('askForHelp', { body: { id, report: body } });
    const support = await signInStaff(hall.url, hall.source, 'support', [], { examId: who.exam.id });
    const [line] = (await support.call('listHelpCalls')).body.calls;
    expect(line).toMatchObject({ id, sittingId: who.sitting.id });
    await candidate.call('leaveRehearsal');
    expect((await candidate.call('readOwnHelp')).body.call?.id).toBe(id);
  });
});
