import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ulid } from 'ulid';
import { ExamEvent } from '#models/exam-event';
import type { Room } from '#models/room';
import { watch } from '../live/test/watch-stream';
import { createBrowser, type Browser } from '../test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';

const jitsi = { JITSI_DOMAIN: 'meet.example', JITSI_APP_ID: 'hall', JITSI_APP_SECRET: 'shared with Jitsi' };

let hall: TestHall;
let health: Server;
const answer = { status: 200 };
beforeAll(async () => {
  health = createServer((_, response) => response.writeHead(answer.status).end()).listen(0, '127.0.0.1');
  await once(health, 'listening');
  const JITSI_HEALTH_URL = `http://127.0.0.1:${(health.address() as AddressInfo).port}/about/health`;
  hall = await startHall(undefined, { ...jitsi, JITSI_HEALTH_URL, JITSI_PROBE_SECONDS: 0.2 });
});
afterEach(() => {
  answer.status = 200;
});
afterAll(async () => {
  await hall.close();
  health.close();
});

type Stage = 'waiting' | 'interview';
const join = async (by: Browser, stage: Stage, sittingId?: string) => {
  const joined = await by.call('joinStage', { body: { stage, peerId: ulid(), sittingId } });
  if (joined.refused) throw new Error(`not joined: ${joined.refused}`);
  return joined.body;
};
const report = (by: Browser, stageId: string) =>
  by.call('reportTrouble', { body: { stageId, cause: 'silence' } });
const video = (by: Browser, room: Room) => by.call('roomVideo', { params: { roomId: room.id } });
const move = (by: Browser, room: Room) =>
  by.call('orderRoom', {
    params: { roomId: room.id },
    body: { commandId: ulid(), order: { kind: 'fall-back-video' } },
  });
const openRoom = () => openDay(hall, { videoProvider: 'jitsi' });
const waits = async (room: Room) => (await arrive(hall, room)).goTo('waiting');
const eventsOf = (candidate: TestCandidate) =>
  hall.source.getRepository(ExamEvent).findBy({ sittingId: candidate.sittingId });
const alarmIs = (by: Browser, room: Room, wanted: 'bridge' | 'people' | null) =>
  until(
    () => video(by, room),
    ({ body }) => body.alarm === wanted,
  );

describe('a candidate who cannot join', () => {
  it('is moved with his stage the second time, and everybody joins it there', async () => {
    const room = await openRoom();
    const candidate = await waits(room);
    const officer = await staffOf(hall, 'waiting-officer', room);
    const { stageId, provider } = await join(candidate.browser, 'waiting');
    expect(provider).toBe('jitsi');
    expect((await report(candidate.browser, stageId)).body).toEqual({ provider: 'jitsi' });
    expect((await join(officer, 'waiting', candidate.sittingId)).provider).toBe('jitsi');
    expect((await report(candidate.browser, stageId)).body).toEqual({ provider: 'direct' });
    const tickets = [
      await join(candidate.browser, 'waiting'),
      await join(officer, 'waiting', candidate.sittingId),
    ];
    expect(tickets).toMatchObject(Array(2).fill({ provider: 'direct', stageId: `${stageId}.direct` }));
    const view = await candidate.lookUntil((seen) => seen.video !== undefined);
    expect(view?.video).toMatchObject({ stage: 'waiting', cause: 'join' });
  });

  it('is recorded once, however many pages report it at once', async () => {
    const room = await openRoom();
    const candidate = await waits(room);
    const { stageId } = await join(candidate.browser, 'waiting');
    await Promise.all(Array.from({ length: 6 }, () => report(candidate.browser, stageId)));
    const events = await until(
      () => eventsOf(candidate),
      (rows) => rows.some(({ kind }) => kind === 'video.fell-back'),
    );
    expect(events.filter(({ kind }) => kind === 'video.fell-back')).toMatchObject([
      { byWhom: 'system', details: { stage: 'waiting', cause: 'join' } },
    ]);
  });

  it('keeps his clock and his place, and the next candidate begins on the provider', async () => {
    const room = await openRoom();
    const [candidate, next] = [await waits(room), await waits(room)];
    const examiner = await staffOf(hall, 'examiner', room);
    const order = { kind: 'invite', sittingId: candidate.sittingId, called: false, reason: 'first' } as const;
    await until(
      () => examiner.call('orderRoom', { params: { roomId: room.id }, body: { commandId: ulid(), order } }),
      ({ refused }) => !refused || refused === 'ALREADY_DONE',
    );
    await candidate.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    const before = await candidate.must({ name: 'waiting.accept' });
    const { stageId } = await join(candidate.browser, 'interview');
    for (const _ of [1, 2]) await report(candidate.browser, stageId);
    const after = await candidate.lookUntil((seen) => seen.video !== undefined);
    expect(after?.clock?.deadlineAt).toBe(before.clock?.deadlineAt);
    expect(after?.positions).toEqual(before.positions);
    expect((await join(candidate.browser, 'interview')).provider).toBe('direct');
    expect((await join(next.browser, 'waiting')).provider).toBe('jitsi');
  });

  it('is heard only of a stage that is open and his own', async () => {
    const room = await openRoom();
    const [candidate, stranger] = [await waits(room), await waits(room)];
    const { stageId } = await join(candidate.browser, 'waiting');
    expect((await report(createBrowser(hall.url), stageId)).refused).toBe('NOT_SIGNED_IN');
    expect((await report(stranger.browser, stageId)).refused).toBe('NOT_FOUND');
    expect((await report(candidate.browser, `${candidate.sittingId}.waiting.7`)).refused).toBe('NOT_ALLOWED');
    expect((await report(candidate.browser, 'elsewhere')).refused).toBe('NOT_ALLOWED');
    for (const _ of Array(20)) await report(candidate.browser, 'elsewhere');
    expect((await report(candidate.browser, stageId)).refused).toBe('SLOW_DOWN');
  });

  it('needs no move where the exam is carried directly', async () => {
    const candidate = await waits(await openDay(hall));
    const { stageId, provider } = await join(candidate.browser, 'waiting');
    expect(provider).toBe('direct');
    for (const _ of [1, 2, 3])
      expect((await report(candidate.browser, stageId)).body).toEqual({ provider: 'direct' });
    expect((await candidate.look())?.video).toBeUndefined();
  });
});

describe('a room whose bridge fails', () => {
  it('asks its staff, who move all open stages with one order', async () => {
    const room = await openRoom();
    const candidates = [await waits(room), await waits(room)] as const;
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await video(officer, room)).body).toMatchObject({ provider: 'jitsi', alarm: null, moved: null });
    answer.status = 503;
    const { body } = await alarmIs(officer, room, 'bridge');
    expect(body.since).toEqual(expect.any(Number));
    expect((await join(candidates[0].browser, 'waiting')).provider).toBe('jitsi');
    expect((await move(officer, room)).status).toBe(200);
    const told = await alarmIs(officer, room, null);
    expect(told.body.moved).toMatchObject({ by: `staff:${officer.staffId}`, byName: '李老师' });
    for (const candidate of candidates) {
      await candidate.lookUntil((seen) => seen.video?.cause === 'room');
      expect((await join(candidate.browser, 'waiting')).provider).toBe('direct');
    }
    const second = await move(await staffOf(hall, 'chief-examiner', room), room);
    expect(second).toMatchObject({ refused: 'ALREADY_DONE', details: { byName: '李老师' } });
  });

  it('moves who comes next while it is down, and lets him try again once it answers', async () => {
    const room = await openRoom();
    const officer = await staffOf(hall, 'waiting-officer', room);
    answer.status = 503;
    await alarmIs(officer, room, 'bridge');
    await move(officer, room);
    await alarmIs(officer, room, null);
    const next = await waits(room);
    const moved = await join(next.browser, 'waiting');
    expect(moved).toMatchObject({ provider: 'direct', stageId: `${next.sittingId}.waiting.0.direct` });
    expect((await next.lookUntil((seen) => seen.video !== undefined))?.video?.cause).toBe('room');
    answer.status = 200;
    const metrics = async () => (await fetch(`${hall.url}/metrics`)).text();
    await until(metrics, (text) => text.includes('examhall_api_jitsi_up 1'));
    expect((await join((await waits(room)).browser, 'waiting')).provider).toBe('jitsi');
    expect((await join(next.browser, 'waiting')).provider).toBe('direct');
  });

  it('is told by two people who fail, not by one who fails often', async () => {
    const room = await openRoom();
    const [one, other] = [await waits(room), await waits(room)];
    const officer = await staffOf(hall, 'waiting-officer', room);
    const mine = await join(one.browser, 'waiting');
    for (const _ of [1, 2, 3]) await report(one.browser, mine.stageId);
    expect((await video(officer, room)).body).toMatchObject({ alarm: null, people: 1 });
    const his = await join(other.browser, 'waiting');
    await report(other.browser, his.stageId);
    expect((await video(officer, room)).body).toMatchObject({ alarm: 'people', people: 2, since: null });
    await move(officer, room);
    await alarmIs(officer, room, null);
  });

  it('tells its consoles by their streams: how it is, the alarm, who moved it, each once', async () => {
    const room = await openRoom();
    const officer = await staffOf(hall, 'waiting-officer', room);
    const chief = await staffOf(hall, 'chief-examiner', room);
    const streams = [await watch(officer, room.id), await watch(chief, room.id)] as const;
    for (const stream of streams) await stream.until('video', ({ video }) => video.alarm === null);
    answer.status = 503;
    for (const stream of streams) {
      const { video } = await stream.until('video', ({ video: { alarm } }) => alarm === 'bridge', 30_000);
      expect(video).toMatchObject({ provider: 'jitsi', since: expect.any(Number), moved: null });
    }
    await move(officer, room);
    for (const stream of streams) {
      const { video } = await stream.until('video', ({ video: { moved } }) => moved !== null, 30_000);
      expect(video).toMatchObject({ alarm: null, moved: { byName: '李老师' } });
      expect(stream.of('video').map(({ video: { alarm } }) => alarm)).toEqual([null, 'bridge', null]);
      stream.close();
    }
  });

  it('says once that an exam is carried directly, and nothing of it to candidates', async () => {
    const room = await openDay(hall);
    const candidate = await waits(room);
    const officer = await staffOf(hall, 'waiting-officer', room);
    const [console_, own] = [await watch(officer, room.id), await watch(candidate.browser)];
    expect((await console_.until('video')).video).toMatchObject({ provider: 'direct', alarm: null });
    await own.until('surroundings');
    await until(
      () => Promise.resolve(console_.beats()),
      (beats) => beats > 0,
    );
    expect(console_.of('video')).toHaveLength(1);
    expect(own.of('video')).toEqual([]);
    console_.close();
    own.close();
  });

  it('is seen by its own staff alone, and moved by those who may', async () => {
    const [room, elsewhere] = [await openRoom(), await openRoom()];
    const stranger = await staffOf(hall, 'chief-examiner', elsewhere);
    expect((await video(stranger, room)).refused).toBe('NOT_FOUND');
    expect((await video(createBrowser(hall.url), room)).refused).toBe('NOT_SIGNED_IN');
    expect((await move(await staffOf(hall, 'secretary', room), room)).refused).toBe('NOT_ALLOWED');
  });
});
