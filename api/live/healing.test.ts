import { once } from 'node:events';
import { ulid } from 'ulid';
import { HeldPosition } from '#models/held-position';
import { Message } from '#models/message';
import { Room } from '#models/room';
import { createRedis } from '../connect';
import { buildRoom } from '../../models/test/factories';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import type { Browser } from '../test/browser';
import { startApi, type TestApi } from '../test/start-api';
import { startOwnRedis } from './test/own-redis';
import { untouchedRoom } from './room-reading';
import { project } from './test/views';
import { watch } from './test/watch-stream';

const WITHIN = 3_800;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('streams without any announcement', () => {
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

  it('find within 3 s what changed in a sitting and a room', async () => {
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const [mine, console] = await Promise.all([watch(candidate), watch(officer, room.id)]);
    await console.until('rows');
    await mine.until('surroundings');
    await project(api.source, who.sitting.id, 'waiting', { revision: 7 });
    const view = { ...untouchedRoom(room.id), revision: 2, phase: 'paused' as const };
    const rooms = api.source.getRepository(Room);
    await rooms.save(rooms.create({ id: room.id, view, revision: 2 }));
    await Promise.all([
      mine.until('view', (event) => event.view.revision === 7, WITHIN),
      mine.until('surroundings', ({ surroundings }) => surroundings.room.phase === 'paused', WITHIN),
      console.until('rows', ({ rows }) => rows.some(({ revision }) => revision === 7), WITHIN),
      console.until('room', (event) => event.room.phase === 'paused', WITHIN),
    ]);
    [mine, console].forEach((stream) => stream.close());
  });

  it('find a message that another process wrote', async () => {
    const stream = await watch(candidate);
    await stream.until('surroundings');
    await sleep(50);
    const row: Message = {
      id: ulid(),
      roomId: room.id,
      sittingId: null,
      audience: 'room',
      authorKind: 'staff',
      authorId: ulid(),
      authorRole: 'waiting-officer',
      authorName: '李老师',
      text: '考试推迟五分钟',
      at: Date.now(),
    };
    await api.source.getRepository(Message).insert(row);
    await stream.until('message', ({ message }) => message.id === row.id, WITHIN);
    await sleep(3_500);
    expect(stream.of('message')).toHaveLength(1);
    stream.close();
  });

  it('say each thing once: what is known is not told again', async () => {
    await project(api.source, who.sitting.id, 'waiting', { revision: 2 });
    const stream = await watch(candidate);
    await stream.until('view');
    await sleep(3_500);
    expect(stream.of('view')).toHaveLength(1);
    expect(stream.of('hello')).toHaveLength(1);
    stream.close();
  });
});

describe('streams while Redis is away', () => {
  it('stay open, lose nobody, and catch up when it is back with nothing in it', async () => {
    const own = await startOwnRedis();
    const redis = createRedis(own.url);
    await once(redis, 'ready');
    const api = await startApi({ redis });
    try {
      const room = await buildRoom(api.source);
      const who = await enrol(api.source, room);
      const { id: sittingId } = who.sitting;
      await project(api.source, sittingId, 'waiting', { revision: 1 });
      await api.source.getRepository(HeldPosition).insert({
        ...{ sittingId, position: 1, epoch: 1, deviceId: ulid() },
        ...{ claimedAt: Date.now(), lastSeenAt: Date.now() },
      });
      const candidate = await signInCandidate(api.url, who);
      const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
      const [mine, console] = await Promise.all([watch(candidate), watch(officer, room.id)]);
      const ends: string[] = [];
      void mine.ended.then(() => ends.push('mine'));
      void console.ended.then(() => ends.push('console'));
      const state = {
        camera: 'live',
        microphone: 'live',
        bell: true,
        visible: true,
        battery: null,
        rttMs: 1,
      } as const;
      const report = () => candidate.call('reportPresence', { body: { epoch: 1, state } });
      await report();
      await console.until('rows', ({ rows }) => rows[0]?.presence[1].state === 'live');

      await own.kill();
      const seen = console.of('rows').length;
      await project(api.source, sittingId, 'waiting', { revision: 2 });
      await mine.until('view', ({ view }) => view.revision === 2, 6_000);
      await console.until('rows', ({ rows }) => rows[0]?.revision === 2, 6_000);
      expect((await report()).status).toBe(200);
      expect((await candidate.call('writeAsCandidate', { body: { id: ulid(), text: '在吗' } })).status).toBe(
        200,
      );
      await mine.until('message', undefined, 6_000);
      await sleep(4_000);
      const states = console
        .of('rows')
        .slice(seen)
        .flatMap(({ rows }) => rows.map(({ presence }) => presence[1].state));
      expect(new Set(states)).toEqual(new Set(['live']));
      expect(
        (await candidate.call('joinStage', { body: { stage: 'waiting', peerId: ulid() } })).refused,
      ).toBe('UNAVAILABLE');

      await own.start();
      await project(api.source, sittingId, 'waiting', { revision: 3 });
      await mine.until('view', ({ view }) => view.revision === 3, 6_000);
      const id = ulid();
      await officer.call('writeAsStaff', {
        params: { roomId: room.id },
        body: { audience: 'room', id, text: '我们回来了' },
      });
      await mine.until('message', ({ message }) => message.id === id, 6_000);
      const joined = await candidate.call('joinStage', { body: { stage: 'waiting', peerId: ulid() } });
      expect(joined.status).toBe(200);
      await mine.until('peers', ({ peers }) => peers.length === 1, 6_000);
      expect(ends).toEqual([]);
      [mine, console].forEach((stream) => stream.close());
    } finally {
      await api.close();
      redis.disconnect();
      await own.close();
    }
  });
});
