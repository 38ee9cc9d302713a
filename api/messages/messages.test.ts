import { ulid } from 'ulid';
import { buildRoom } from '../../models/test/factories';
import type { Room } from '#models/room';
import type { StaffRole } from '#protocol/policies';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import type { Browser } from '../test/browser';
import { startApi, type TestApi } from '../test/start-api';
import { watch } from '../live/test/watch-stream';

describe('messages', () => {
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

  const staff = (role: StaffRole, rooms: readonly Room[] = [room]) =>
    signInStaff(api.url, api.source, role, rooms);
  const write = (as: Browser, body: object, inRoom = room) =>
    as.call('writeAsStaff', {
      params: { roomId: inRoom.id },
      body: { id: ulid(), text: '您好', ...body } as never,
    });
  const read = async (as: Browser, inRoom = room) => {
    const answer = await as.call('roomMessages', { params: { roomId: inRoom.id } });
    return answer.body.messages.map(({ text }) => text);
  };

  it('go between a candidate and the staff of his room, and each side sees which are its own', async () => {
    const officer = await staff('waiting-officer');
    await candidate.call('writeAsCandidate', { body: { id: ulid(), text: ' 听不到声音 ' } });
    await write(officer, { audience: 'candidate', sittingId: who.sitting.id, text: '请检查音量' });
    const mine = await candidate.call('candidateMessages');
    expect(mine.body.messages.map(({ text, from }) => [text, from.kind, from.mine])).toEqual([
      ['听不到声音', 'candidate', true],
      ['请检查音量', 'staff', false],
    ]);
    const theirs = await officer.call('roomMessages', { params: { roomId: room.id } });
    expect(theirs.body.messages.map(({ from }) => from.mine)).toEqual([false, true]);
  });

  it('are kept once when sent again, and the repeat gets the first answer', async () => {
    const body = { id: ulid(), text: '老师好' };
    const first = await candidate.call('writeAsCandidate', { body });
    const again = await candidate.call('writeAsCandidate', { body: { ...body, text: '另一句' } });
    expect(again.body).toEqual(first.body);
    expect((await candidate.call('candidateMessages')).body.messages).toHaveLength(1);
  });

  it("cannot take another's id", async () => {
    const other = await signInCandidate(api.url, await enrol(api.source, room));
    const id = ulid();
    await candidate.call('writeAsCandidate', { body: { id, text: '我的' } });
    const answer = await other.call('writeAsCandidate', { body: { id, text: '抢占' } });
    expect([answer.status, answer.refused]).toEqual([403, 'NOT_ALLOWED']);
    expect(JSON.stringify(answer.body)).not.toContain('我的');
  });

  it('of one candidate are not read by another, announcements are', async () => {
    const other = await signInCandidate(api.url, await enrol(api.source, room));
    const officer = await staff('waiting-officer');
    await write(officer, { audience: 'candidate', sittingId: who.sitting.id, text: '只给您' });
    await write(officer, { audience: 'room', text: '给所有人' });
    const texts = (await other.call('candidateMessages')).body.messages.map(({ text }) => text);
    expect(texts).toEqual(['给所有人']);
  });

  it("of the panel reach the panel and the inspector, never candidates and never the others' streams", async () => {
    const [examiner, secretary, inspector, officer] = await Promise.all(
      (['examiner', 'secretary', 'inspector', 'waiting-officer'] as const).map((role) => staff(role)),
    );
    if (!examiner || !secretary || !inspector || !officer) throw new Error('staff are missing');
    const streams = await Promise.all([
      watch(secretary, room.id),
      watch(inspector, room.id),
      watch(officer, room.id),
      watch(candidate),
    ]);
    await Promise.all(streams.map((stream) => stream.until('hello')));
    await write(examiner, { audience: 'panel', text: '追问第三题' });
    await write(examiner, { audience: 'room', text: '五分钟后开始' });
    await Promise.all(
      streams.map((stream) => stream.until('message', ({ message }) => message.audience === 'room')),
    );
    expect(streams.map((stream) => stream.of('message').map(({ message }) => message.audience))).toEqual([
      ['panel', 'room'],
      ['panel', 'room'],
      ['room'],
      ['room'],
    ]);
    expect(await read(inspector)).toEqual(['追问第三题', '五分钟后开始']);
    expect(await read(officer)).toEqual(['五分钟后开始']);
    expect((await candidate.call('candidateMessages')).body.messages.map(({ text }) => text)).toEqual([
      '五分钟后开始',
    ]);
    streams.forEach((stream) => stream.close());
  });

  it('are written by those who may: not by the inspector, and to the panel only by the panel', async () => {
    const [inspector, officer] = [await staff('inspector'), await staff('waiting-officer')];
    expect((await write(inspector, { audience: 'room' })).refused).toBe('NOT_ALLOWED');
    expect((await write(officer, { audience: 'panel' })).refused).toBe('NOT_ALLOWED');
    expect((await write(officer, { audience: 'room' })).status).toBe(200);
  });

  it('stay in their room', async () => {
    const elsewhere = await buildRoom(api.source, { examId: room.examId });
    const stranger = await staff('waiting-officer', [elsewhere]);
    expect((await stranger.call('roomMessages', { params: { roomId: room.id } })).refused).toBe('NOT_FOUND');
    expect((await write(stranger, { audience: 'room' })).refused).toBe('NOT_FOUND');
    const crossed = await write(stranger, { audience: 'candidate', sittingId: who.sitting.id }, elsewhere);
    expect(crossed.refused).toBe('NOT_FOUND');
  });

  it('slow down a candidate who floods', async () => {
    const answers = [];
    for (let count = 0; count < 13; count += 1)
      answers.push(await candidate.call('writeAsCandidate', { body: { id: ulid(), text: '喂' } }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(12).fill(200), 429]);
    expect(answers.at(-1)?.details['retryAt']).toEqual(expect.any(Number));
  });

  it('require somebody who is signed in, and a candidate for the candidate’s', async () => {
    const { createBrowser } = await import('../test/browser');
    const nobody = createBrowser(api.url);
    const officer = await staff('waiting-officer');
    const body = { id: ulid(), text: '您好' };
    expect((await nobody.call('candidateMessages')).refused).toBe('NOT_SIGNED_IN');
    expect((await nobody.call('writeAsCandidate', { body })).refused).toBe('NOT_SIGNED_IN');
    expect((await nobody.call('roomMessages', { params: { roomId: room.id } })).refused).toBe(
      'NOT_SIGNED_IN',
    );
    expect((await officer.call('writeAsCandidate', { body })).refused).toBe('NOT_ALLOWED');
    expect((await candidate.call('roomMessages', { params: { roomId: room.id } })).refused).toBe(
      'NOT_ALLOWED',
    );
    const second = await signInCandidate(api.url, who, 2);
    expect((await second.call('candidateMessages')).status).toBe(200);
    expect((await second.call('writeAsCandidate', { body })).refused).toBe('NOT_ALLOWED');
  });
});
