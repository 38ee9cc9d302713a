import { ulid } from 'ulid';
import { Score } from '#models/score';
import { Session } from '#models/session';
import { roomChannel, sittingChannel } from '#protocol/channels';
import { buildRoom } from '../../models/test/factories';
import { createBrowser } from '../test/browser';
import { enrol, signInCandidate, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';
import { project } from './test/views';
import { watch } from './test/watch-stream';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('many streams', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const announce = (sittingId: string, roomId: string, revision: number) => {
    const text = JSON.stringify({ kind: 'sitting', sittingId, roomId, revision });
    return Promise.all([
      api.redis.publish(roomChannel(roomId), text),
      api.redis.publish(sittingChannel(sittingId), text),
    ]);
  };

  it('of fifty candidates and two consoles each hear what is theirs, and only that', async () => {
    const room = await buildRoom(api.source);
    const crowd = [];
    for (let index = 0; index < 50; index += 1) {
      const who = await enrol(api.source, room);
      await project(api.source, who.sitting.id, 'waiting', { revision: 1, at: 1_764_000_000_000 + index });
      crowd.push({ who, browser: await signInCandidate(api.url, who) });
    }
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const examiner = await signInStaff(api.url, api.source, 'examiner', [room]);
    const consoles = await Promise.all([watch(officer, room.id), watch(examiner, room.id)]);
    const streams = await Promise.all(crowd.map(({ browser }) => watch(browser)));
    const places = await Promise.all(
      streams.map((stream, index) =>
        stream.until('surroundings', ({ surroundings }) => surroundings.queue?.ahead === index),
      ),
    );
    expect(places.every(({ surroundings }) => surroundings.queue?.total === 50)).toBe(true);
    await Promise.all(consoles.map((console) => console.until('rows', ({ rows }) => rows.length === 50)));

    const first = crowd[0]?.who.sitting.id ?? '';
    await project(api.source, first, 'interview', { revision: 2 });
    const began = performance.now();
    await announce(first, room.id, 2);
    await streams[0]?.until('view', ({ view }) => view.revision === 2, 1_500);
    await Promise.all(
      streams
        .slice(1)
        .map((stream, index) =>
          stream.until(
            'surroundings',
            ({ surroundings }) => surroundings.queue?.ahead === index && surroundings.queue.total === 49,
            1_500,
          ),
        ),
    );
    await Promise.all(
      consoles.map((console) =>
        console.until('rows', ({ whole, rows }) => !whole && rows[0]?.revision === 2, 1_500),
      ),
    );
    expect(performance.now() - began).toBeLessThan(1_500);
    for (const [index, stream] of streams.entries()) {
      const ids = new Set(stream.of('view').map(({ view }) => view.sittingId));
      expect([...ids]).toEqual([crowd[index]?.who.sitting.id]);
      expect(stream.of('rows')).toEqual([]);
      expect(stream.of('room')).toEqual([]);
    }
    [...streams, ...consoles].forEach((stream) => stream.close());
  });

  it('of a room stay silent about another room', async () => {
    const [room, other] = [await buildRoom(api.source), await buildRoom(api.source)];
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const who = await enrol(api.source, other);
    await project(api.source, who.sitting.id, 'waiting');
    const stream = await watch(officer, room.id);
    await stream.until('rows');
    await announce(who.sitting.id, other.id, 1);
    await sleep(300);
    expect(stream.of('rows').flatMap(({ rows }) => rows)).toEqual([]);
    stream.close();
  });

  it('keep identity from an examiner until he sealed, and count sealed sheets', async () => {
    const room = await buildRoom(api.source);
    const who = await enrol(api.source, room);
    const { id: sittingId } = who.sitting;
    const identity = { status: 'open', caseId: 'c', reason: 'no-match', attemptsUsed: 3 } as const;
    await project(api.source, sittingId, 'interview', { revision: 1, identity });
    const examiner = await signInStaff(api.url, api.source, 'examiner', [room]);
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const [his, hers] = await Promise.all([watch(examiner, room.id), watch(officer, room.id)]);
    const status = async (stream: typeof his) => (await stream.until('rows')).rows[0]?.staff?.identity.status;
    expect([await status(his), await status(hers)]).toEqual(['not-yet', 'open']);
    const at = Date.now();
    const sheet = { sittingId, staffId: examiner.staffId, values: {}, note: '', savedAt: at, sealedAt: at };
    await api.source.getRepository(Score).insert(sheet);
    await api.redis.publish(roomChannel(room.id), JSON.stringify({ kind: 'score', sittingId }));
    await his.until('rows', ({ rows }) => rows[0]?.staff?.identity.status === 'open', 1_500);
    expect((await hers.until('score')).sealed).toBe(1);
    [his, hers].forEach((stream) => stream.close());
  });

  it('tell a device that another took its position', async () => {
    const who = await enrol(api.source, await buildRoom(api.source));
    const [first, second] = await Promise.all(
      ([1, 2] as const).map(async (position) => watch(await signInCandidate(api.url, who, position))),
    );
    await Promise.all([first?.until('surroundings'), second?.until('surroundings')]);
    const text = JSON.stringify({ kind: 'superseded', sittingId: who.sitting.id, position: 2, epoch: 4 });
    await api.redis.publish(sittingChannel(who.sitting.id), text);
    expect(await second?.until('superseded', undefined, 1_500)).toEqual({
      event: 'superseded',
      position: 2,
      epoch: 4,
    });
    expect(first?.of('superseded')).toEqual([]);
    [first, second].forEach((stream) => stream?.close());
  });

  it('end with their session, and beat until then', async () => {
    const who = await enrol(api.source, await buildRoom(api.source));
    const browser = await signInCandidate(api.url, who);
    const stream = await watch(browser);
    await stream.until('hello');
    await browser.call('logout');
    expect(await api.source.getRepository(Session).countBy({ subjectId: who.sitting.id })).toBe(1);
    await stream.ended;
    expect(stream.beats()).toBeGreaterThanOrEqual(1);
  }, 20_000);

  it('are for those who are signed in, and rooms for their staff', async () => {
    const [room, other] = [await buildRoom(api.source), await buildRoom(api.source)];
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const candidate = await signInCandidate(api.url, await enrol(api.source, room));
    const statusOf = async (browser: ReturnType<typeof createBrowser>, query: string) => {
      const response = await browser.send(`/api/live${query}`);
      await response.body?.cancel();
      return response.status;
    };
    expect(await statusOf(createBrowser(api.url), '')).toBe(401);
    expect(await statusOf(officer, `?room=${other.id}`)).toBe(403);
    expect(await statusOf(officer, `?room=${ulid()}`)).toBe(403);
    expect(await statusOf(candidate, `?room=${other.id}`)).toBe(403);
    expect(await statusOf(officer, '?room=hall')).toBe(400);
    expect(await statusOf(officer, '')).toBe(200);
  });
});
