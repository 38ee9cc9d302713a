import { ulid } from 'ulid';
import { DeviceLogEntry } from '#models/device-log-entry';
import { HeldPosition } from '#models/held-position';
import type { Room } from '#models/room';
import type { StaffRole } from '#protocol/policies';
import { buildRoom } from '../../models/test/factories';
import { createBrowser, type Browser } from '../test/browser';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';
import { watch } from '../live/test/watch-stream';

const state = {
  camera: 'live',
  microphone: 'live',
  bell: true,
  visible: true,
  battery: 0.8,
  rttMs: 30,
} as const;

describe('presence over HTTP', () => {
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
  /** A device takes its position, as `POST /api/sitting/position` does with a living workflow. */
  const hold = async (position: 1 | 2, epoch: number) => {
    const { id: sittingId } = who.sitting;
    const at = api.clock.now();
    const row = { sittingId, position, epoch, deviceId: ulid(), claimedAt: at, lastSeenAt: at - 60_000 };
    await api.source.getRepository(HeldPosition).save(row);
    await api.redis.del(`position:${sittingId}:${position}`);
  };
  const report = (as: Browser, epoch: number, given: object = {}) =>
    as.call('reportPresence', { body: { epoch, state: { ...state, ...given } } });

  it('shows consoles a device that reports, changes and leaves', async () => {
    await hold(1, 1);
    const stream = await watch(await staff('waiting-officer'), room.id);
    const first = await stream.until('rows');
    expect(first.rows[0]?.presence[1].state).toBe('never');
    const { body } = await report(candidate, 1);
    expect(Math.abs(body.serverTime - api.clock.now())).toBeLessThan(2_000);
    const of1 = (fits: (presence: { state: string; device: { camera: string } | null }) => boolean) =>
      stream.until('rows', ({ rows }) => rows.some(({ presence }) => fits(presence[1])), 2_500);
    await of1((presence) => presence.state === 'live' && presence.device?.camera === 'live');
    await report(candidate, 1, { camera: 'covered' });
    await of1((presence) => presence.device?.camera === 'covered');
    const leaving = { body: { epoch: 1, state, leaving: true } };
    await candidate.call('reportPresence', leaving);
    await of1((presence) => presence.state === 'left');
    stream.close();
  });

  it('says nothing to consoles over even beats', async () => {
    await hold(1, 1);
    await report(candidate, 1);
    const stream = await watch(await staff('waiting-officer'), room.id);
    await stream.until('rows');
    for (const rttMs of [31, 35, 28]) await report(candidate, 1, { rttMs });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(stream.of('rows')).toHaveLength(1);
    stream.close();
  });

  it('refuses a device whose position was taken over, and one of an epoch that nobody was given', async () => {
    await hold(1, 1);
    await report(candidate, 1);
    await hold(1, 2);
    const old = await report(candidate, 1);
    expect([old.status, old.refused]).toEqual([409, 'SUPERSEDED']);
    expect((await report(candidate, 2)).status).toBe(200);
    expect((await report(candidate, 1)).refused).toBe('SUPERSEDED');
    expect((await report(candidate, 3)).refused).toBe('SUPERSEDED');
  });

  it('leaves the sign of life in MariaDB too, for a takeover while Redis is away', async () => {
    await hold(2, 1);
    const phone = await signInCandidate(api.url, who, 2);
    await report(phone, 1);
    const row = await api.source
      .getRepository(HeldPosition)
      .findOneByOrFail({ sittingId: who.sitting.id, position: 2 });
    expect(api.clock.now() - row.lastSeenAt).toBeLessThan(5_000);
  });

  it('tells the candidate, the consoles and a second officer who talks with whom', async () => {
    const [li, wu] = [await staff('waiting-officer'), await staff('waiting-officer')];
    const other = await signInCandidate(api.url, await enrol(api.source, room));
    const [mine, theirs, console] = await Promise.all([watch(candidate), watch(other), watch(li, room.id)]);
    await mine.until('surroundings', ({ surroundings }) => surroundings.officer.state === 'there');
    const params = { sittingId: who.sitting.id };
    expect((await li.call('talk', { params, body: { on: true } })).status).toBe(200);
    const heard = (stream: typeof mine, state_: string) =>
      stream.until('surroundings', ({ surroundings }) => surroundings.officer.state === state_, 2_500);
    expect((await heard(mine, 'with-you')).surroundings.officer.name).toBe('李老师');
    await heard(theirs, 'with-another');
    await console.until(
      'rows',
      ({ rows }) => rows.some((row) => row.talkingWith?.staffId === li.staffId),
      2_500,
    );
    await console.until('room', ({ staff: here }) => here[0]?.where === 'waiting-area', 2_500);
    const second = await wu.call('talk', { params, body: { on: true } });
    expect([second.refused, second.details['by']]).toEqual(['ALREADY_DONE', `staff:${li.staffId}`]);
    await li.call('talk', { params, body: { on: false } });
    expect((await wu.call('talk', { params, body: { on: true } })).status).toBe(200);
    [mine, theirs, console].forEach((stream) => stream.close());
  });

  it('keeps talking for those whose duty and room it is', async () => {
    const params = { sittingId: who.sitting.id };
    const elsewhere = await buildRoom(api.source, { examId: room.examId });
    const talk = async (as: Browser) => (await as.call('talk', { params, body: { on: true } })).refused;
    expect(await talk(createBrowser(api.url))).toBe('NOT_SIGNED_IN');
    expect(await talk(candidate)).toBe('NOT_ALLOWED');
    expect(await talk(await staff('examiner'))).toBe('NOT_ALLOWED');
    expect(await talk(await staff('inspector'))).toBe('NOT_ALLOWED');
    expect(await talk(await staff('waiting-officer', [elsewhere]))).toBe('NOT_FOUND');
    expect((await report(createBrowser(api.url), 1)).refused).toBe('NOT_SIGNED_IN');
    expect((await report(await staff('examiner'), 1)).refused).toBe('NOT_ALLOWED');
  });

  it('keeps what pages say of their joining, and slows down one that says too much', async () => {
    const officer = await staff('waiting-officer');
    const line = { topic: 'video', step: 'videoConferenceJoined', outcome: 'ok' } as const;
    await candidate.call('logJoin', { body: line });
    await officer.call('logJoin', { body: { ...line, topic: 'page' } });
    const rows = await api.source.getRepository(DeviceLogEntry).find({ order: { id: 'ASC' } });
    expect(
      rows.slice(-2).map(({ sittingId, staffId, position, topic }) => [sittingId, staffId, position, topic]),
    ).toEqual([
      [who.sitting.id, null, 1, 'video'],
      [null, officer.staffId, null, 'page'],
    ]);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => candidate.call('logJoin', { body: line })),
    );
    expect(answers.filter(({ refused }) => refused === 'SLOW_DOWN')).toHaveLength(1);
    expect((await createBrowser(api.url).call('logJoin', { body: line })).refused).toBe('NOT_SIGNED_IN');
  });
});
