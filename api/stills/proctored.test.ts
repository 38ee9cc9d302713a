import sharp from 'sharp';
import { gunzipSync } from 'node:zlib';
import { ulid } from 'ulid';
import type { Room } from '#models/room';
import { StoredObject } from '#models/stored-object';
import type { SittingOrder } from '#protocol/orders.schema';
import { proctoredConfig, type ReportedFact } from '#steps/proctored/schema';
import { buildExam, buildFlowVersion, buildRoom } from '../../models/test/factories';
import { configKey, requestHash } from '../seb/config-key';
import { sebSettings } from '../seb/settings';
import type { Browser } from '../test/browser';
import { arrive, staffOf, type TestCandidate } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';

const words = (text: string) => ({ zh: text, en: text });
const step = (changes: Record<string, unknown> = {}) =>
  proctoredConfig.parse({
    ...{ id: 'exam', kind: 'proctored', title: words('Exam'), text: words('Go'), minutes: 60 },
    exam: { at: 'address', address: 'https://exam.example.org/quiz' },
    screen: 'wanted',
    ...changes,
  });

let hall: TestHall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(async () => hall.close());

interface Day {
  readonly room: Room;
  readonly invigilator: Browser;
  readonly candidate: TestCandidate;
  readonly order: (order: SittingOrder) => ReturnType<Browser['call']>;
}

async function openDay(config: ReturnType<typeof step>): Promise<Day> {
  const document = { name: words('Watched'), steps: [config] };
  const version = await buildFlowVersion(hall.source, { document, yaml: `# ${ulid()}` });
  const exam = await buildExam(hall.source, { flowVersionId: version.id });
  const room = await buildRoom(hall.source, { examId: exam.id });
  const invigilator = await staffOf(hall, 'invigilator', room);
  const candidate = await (await arrive(hall, room)).enter();
  const params = { sittingId: candidate.sittingId };
  const order = (given: SittingOrder) =>
    invigilator.call('orderSitting', { params, body: { commandId: ulid(), order: given } });
  return { room, invigilator, candidate, order };
}
const begin = { name: 'proctored.begin', client: 'browser', screen: true } as const;
const tell = (...facts: ReportedFact[]) => ({ name: 'proctored.facts', facts }) as const;
const noProof = { url: 'about:blank', configKeyHash: null, browserExamKeyHash: null };

const photo = async (width = 1_600) => {
  const bytes = await sharp({ create: { width, height: width / 2, channels: 3, background: '#467' } })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
};
const shoot = async ({ candidate }: Day, of: 'camera' | 'screen' = 'camera') =>
  candidate.browser.call('sendWatchStill', { params: { of }, body: await photo() });
const look = async ({ invigilator, candidate }: Day, source: 'camera-1' | 'screen' = 'camera-1') => {
  const { sittingId } = candidate;
  return (await invigilator.call('readWatched', { params: { sittingId }, query: { source } })).body;
};

describe('2.3: an exam that runs elsewhere', () => {
  it('leaves stills while it runs, and only then: small, encrypted, in an order of time', async () => {
    const day = await openDay(step());
    expect((await shoot(day)).refused).toBe('NOT_NOW');
    await day.candidate.must(begin);
    await shoot(day);
    await shoot(day);
    await shoot(day, 'screen');
    const strip = await look(day);
    expect(strip.stills).toHaveLength(2);
    expect(strip.stills[0]?.at).toBeGreaterThanOrEqual(strip.stills[1]?.at ?? Infinity);
    const wall = await day.invigilator.call('readWall', { params: { roomId: day.room.id } });
    expect(wall.body.stills.map(({ source }) => source).sort()).toEqual(['camera-1', 'screen']);
    expect(wall.body.stills.find(({ source }) => source === 'camera-1')?.at).toBe(strip.stills[0]?.at);
    const picture = await day.invigilator.send(strip.stills[0]?.url ?? '');
    const { width } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
    expect(width).toBe(640);
    const [row] = await hall.source
      .getRepository(StoredObject)
      .findBy({ sittingId: day.candidate.sittingId, kind: 'watch-still' });
    const raw = await hall.deps.storage.get(row?.key ?? '');
    expect(raw?.subarray(0, 2).toString('hex')).toBe('ffd8');
  });

  it('keeps facts for the candidate and for those who watch, and one comment after the end', async () => {
    const day = await openDay(step());
    await day.candidate.must(begin);
    const from = Date.now();
    await day.candidate.must(tell({ id: ulid(), fact: 'page-left', from, to: from + 5 }));
    await day.candidate.must(tell({ id: ulid(), fact: 'copied', from, to: null }));
    const comment = (text: string) => day.candidate.browser.call('commentOnFacts', { body: { text } });
    expect((await comment('too early')).refused).toBe('NOT_NOW');
    await day.candidate.must({ name: 'proctored.end' });
    const { body: mine } = await until(
      () => day.candidate.browser.call('readFacts'),
      ({ body }) => body.facts.length === 2 && body.facts.every(({ to }) => to !== null),
    );
    expect(mine.facts.map(({ fact }) => fact).sort()).toEqual(['copied', 'page-left']);
    expect((await comment('我去关窗')).body.text).toBe('我去关窗');
    expect((await comment('我去关窗')).refused).toBeUndefined();
    expect((await comment('又一次')).refused).toBe('ALREADY_DONE');
    const seen = await look(day);
    expect(seen.facts).toHaveLength(2);
    expect(seen.comment?.text).toBe('我去关窗');
  });

  it('lets staff note incidents once each, ask for the room, and end it', async () => {
    const day = await openDay(step());
    await day.candidate.must(begin);
    const incident = { id: ulid(), kind: 'environment', text: '窗外施工' } as const;
    const params = { sittingId: day.candidate.sittingId };
    for (const _ of [1, 2]) await day.invigilator.call('noteIncident', { params, body: incident });
    expect((await look(day)).incidents).toMatchObject([{ kind: 'environment', text: '窗外施工' }]);
    await day.order({ kind: 'ask-for-room' });
    await day.candidate.lookUntil(({ step: shown }) => shown?.kind === 'proctored' && shown.scan !== null);
    await day.candidate.must({ name: 'proctored.room-shown' });
    await day.order({ kind: 'end' });
    const view = await day.candidate.lookUntil(({ step: shown }) => shown?.phase === 'looking-back');
    expect(view?.clock).toBeNull();
    expect((await shoot(day)).refused).toBe('NOT_NOW');
  });
});

describe('2.3: Safe Exam Browser at the door', () => {
  const config = step({ client: 'seb' });
  const publicUrl = () => 'http://hall.example';
  const key = () => configKey(sebSettings(config, publicUrl()));

  it('gets the exam by the hash in its header, or by the one that the page posts', async () => {
    const { candidate } = await openDay(config);
    const path = '/api/sitting/elsewhere';
    const ask = (configKeyHash: string) =>
      candidate.browser.send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-SafeExamBrowser-ConfigKeyHash': configKeyHash },
        body: JSON.stringify(noProof),
      });
    const byHeader = await ask(requestHash(publicUrl() + path, key()));
    expect(await byHeader.json()).toMatchObject({ client: 'seb', address: 'https://exam.example.org/quiz' });
    const url = `${publicUrl()}/#exam`;
    const byScript = await candidate.browser.call('openElsewhere', {
      body: { ...noProof, url, configKeyHash: requestHash(url, key()) },
    });
    expect(byScript.body.client).toBe('seb');
    expect((await ask('0'.repeat(64))).status).toBe(403);
  });

  it('is named in the refusal of an ordinary browser and of a wrong key', async () => {
    const { candidate } = await openDay(config);
    const open = (body: typeof noProof | { configKeyHash: string }) =>
      candidate.browser.call('openElsewhere', { body: { ...noProof, ...body } });
    expect((await open(noProof)).refused).toBe('SEB_REQUIRED');
    expect((await open({ configKeyHash: 'a'.repeat(64) })).refused).toBe('SEB_KEY_WRONG');
    expect((await candidate.send(begin)).refused).toBe('SEB_REQUIRED');
  });

  it('fetches its file by an address that cannot be made up, and administrators one with a password', async () => {
    const { candidate, room } = await openDay(config);
    const { body } = await candidate.browser.call('offerSeb');
    expect(body.start).toMatch(/^sebs?:\/\//);
    const path = new URL(body.download).pathname + new URL(body.download).search;
    const fetched = await fetch(hall.url + path);
    expect(fetched.headers.get('content-type')).toContain('application/seb');
    const opened = gunzipSync(Buffer.from(await fetched.arrayBuffer()));
    expect(opened.subarray(0, 4).toString()).toBe('plnd');
    expect((await fetch(hall.url + path.replace(/seal=./, 'seal=_'))).status).toBe(404);
    const admin = await staffOf(hall, 'admin', room);
    const locked = await admin.send(`/api/exams/${room.examId}/seb-files/exam`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'kaoshi-2026' }),
    });
    expect(
      gunzipSync(Buffer.from(await locked.arrayBuffer()))
        .subarray(0, 4)
        .toString(),
    ).toBe('pswd');
  });
});
