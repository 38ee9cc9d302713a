import { once } from 'node:events';
import { createServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { ulid } from 'ulid';
import type { Mail } from '#protocol/live.schema';
import { buildRoom } from '../../models/test/factories';
import { createApp, type App } from '../app';
import { enrol, signInCandidate, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';
import { createHttp2Browser, type Http2Browser } from './test/http2-client';
import { project } from './test/views';

/** Two replicas on the same MariaDB and Redis, the second one speaking HTTP/2. */
describe('two replicas', () => {
  let first: TestApi;
  let second: App;
  let server: Http2Server;
  let url: string;
  const browsers: Http2Browser[] = [];
  const open = (cookie: string | undefined) => {
    const browser = createHttp2Browser(url, cookie ?? '');
    browsers.push(browser);
    return browser;
  };
  beforeAll(async () => {
    first = await startApi();
    second = createApp(first.deps);
    server = createServer(second.listener as never).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => browsers.splice(0).forEach((browser) => browser.close()));
  afterAll(async () => {
    await second.close();
    server.close();
    await first.close();
  });

  it('let two browsers exchange signalling over HTTP/2 streams, in order, each letter once', async () => {
    const room = await buildRoom(first.source);
    const who = await enrol(first.source, room);
    const { id: sittingId } = who.sitting;
    await project(first.source, sittingId, 'waiting');
    const candidate = open((await signInCandidate(first.url, who)).jar.cookie);
    const staff = await signInStaff(first.url, first.source, 'waiting-officer', [room]);
    const officer = open(staff.jar.cookie);
    const [mine, theirs] = [candidate.watch(), officer.watch(room.id)];
    await Promise.all([mine.until('surroundings'), theirs.until('rows')]);

    const peerId = ulid();
    const a = await candidate.call('joinStage', { body: { stage: 'waiting', peerId } });
    const b = await officer.call('joinStage', { body: { stage: 'waiting', sittingId, peerId: ulid() } });
    const { stageId } = a;
    await mine.until('peers', ({ peers }) => peers.length === 2, 1_000);

    const answered: unknown[] = [];
    const write = (from: typeof candidate, me: string, to: string, body: Mail['body']) =>
      from.call('sendMail', { body: { stageId, id: ulid(), from: me, to, body } });
    for (let round = 0; round < 10; round += 1) {
      const began = performance.now();
      await write(candidate, a.me.peerId, b.me.peerId, { offer: round });
      const { mail } = await theirs.until('mail', (event) => is(event.mail, 'offer', round), 1_000);
      await officer.call('acknowledgeMail', { body: { stageId, peerId: b.me.peerId, ids: [mail.id] } });
      await write(officer, b.me.peerId, a.me.peerId, { answer: round });
      await mine.until('mail', (event) => is(event.mail, 'answer', round), 1_000);
      answered.push(performance.now() - began);
    }
    expect(mine.of('mail').map(({ mail }) => mail.body)).toEqual(
      Array.from({ length: 10 }, (_, answer) => ({ answer })),
    );
    expect(theirs.of('mail')).toHaveLength(10);
    expect(answered).toHaveLength(10);
  });

  it('carry what happens at one to the streams of the other', async () => {
    const room = await buildRoom(first.source);
    const who = await enrol(first.source, room);
    await project(first.source, who.sitting.id, 'waiting');
    const here = await signInCandidate(first.url, who);
    const staff = await signInStaff(first.url, first.source, 'waiting-officer', [room]);
    const there = open(staff.jar.cookie);
    const stream = there.watch(room.id);
    await stream.until('rows');
    const a = await here.call('joinStage', { body: { stage: 'waiting', peerId: ulid() } });
    const b = await there.call('joinStage', {
      body: { stage: 'waiting', sittingId: who.sitting.id, peerId: ulid() },
    });
    const { stageId } = a.body;
    const letter = { stageId, id: ulid(), from: a.body.me.peerId, to: b.me.peerId, body: 'over there' };
    await here.call('sendMail', { body: letter });
    await stream.until('mail', ({ mail }) => mail.id === letter.id, 1_000);
    await here.call('writeAsCandidate', { body: { id: ulid(), text: '老师好' } });
    await stream.until('message', ({ message }) => message.text === '老师好', 1_000);
  });

  it('put a page off the stage that takes no mail, and it may come again', async () => {
    const room = await buildRoom(first.source);
    const who = await enrol(first.source, room);
    const { id: sittingId } = who.sitting;
    await project(first.source, sittingId, 'waiting');
    const candidate = await signInCandidate(first.url, who);
    const staff = await signInStaff(first.url, first.source, 'waiting-officer', [room]);
    const stream = open(candidate.jar.cookie).watch();
    const console = open(staff.jar.cookie).watch(room.id);
    const a = (await candidate.call('joinStage', { body: { stage: 'waiting', peerId: ulid() } })).body;
    const crashed = { stage: 'waiting', sittingId, peerId: ulid() } as const;
    await staff.call('joinStage', { body: crashed });
    await stream.until('peers', ({ peers }) => peers.length === 2, 4_000);
    const letter = { stageId: a.stageId, id: ulid(), from: a.me.peerId, to: crashed.peerId, body: 'hello?' };
    await candidate.call('sendMail', { body: letter });
    await console.until('mail');
    const { now } = first.clock;
    first.clock.now = () => now() + 50_000;
    await stream.until('peers', ({ peers }) => peers.length === 1 && peers[0]?.role === 'candidate', 5_000);
    const again = await staff.call('joinStage', { body: crashed });
    expect(again.body.me.epoch).toBeGreaterThan(a.me.epoch);
    first.clock.now = now;
  });

  it('end a stream over HTTP/2 whose session ended at the other one', async () => {
    const who = await enrol(first.source, await buildRoom(first.source));
    const browser = await signInCandidate(first.url, who);
    const stream = open(browser.jar.cookie).watch();
    await stream.until('hello');
    await browser.call('logout');
    await stream.ended;
    expect(stream.of('hello')).toHaveLength(1);
  }, 20_000);

  it('bring unacknowledged mail again to a stream that comes after', async () => {
    const room = await buildRoom(first.source);
    const who = await enrol(first.source, room);
    await project(first.source, who.sitting.id, 'waiting');
    const candidate = await signInCandidate(first.url, who);
    const staff = await signInStaff(first.url, first.source, 'waiting-officer', [room]);
    const officer = open(staff.jar.cookie);
    const a = await candidate.call('joinStage', { body: { stage: 'waiting', peerId: ulid() } });
    const b = await officer.call('joinStage', {
      body: { stage: 'waiting', sittingId: who.sitting.id, peerId: ulid() },
    });
    const to = b.me.peerId;
    const letter = { stageId: b.stageId, id: ulid(), from: a.body.me.peerId, to, body: 'kept' };
    await candidate.call('sendMail', { body: letter });
    for (const _ of ['first stream', 'second stream']) {
      const stream = officer.watch(room.id);
      await stream.until('mail', ({ mail }) => mail.id === letter.id, 2_000);
      stream.close();
    }
    await officer.call('acknowledgeMail', { body: { stageId: b.stageId, peerId: to, ids: [letter.id] } });
    const stream = officer.watch(room.id);
    await stream.until('peers', ({ peers }) => peers.length === 2, 4_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.of('mail')).toEqual([]);
  });
});

const is = ({ body }: Mail, key: string, value: number): boolean =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && body[key] === value;
