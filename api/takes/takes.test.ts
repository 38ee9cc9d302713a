import { ulid } from 'ulid';
import { Take } from '#models/take';
import { TakeFile } from '#models/take-file';
import { TakeSlicePart } from '#models/take-slice-part';
import { createBrowser } from '../test/browser';
import { staffOf } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';
import { slices } from '#contract/takes';
import { openRecordingDay, openStudio, recorded, recordingStep } from './test/recording-day';

let hall: TestHall;
let room: Awaited<ReturnType<typeof openRecordingDay>>;
beforeAll(async () => {
  hall = await startHall();
  room = await openRecordingDay(hall);
});
afterAll(async () => hall.close());

const refusedOf = async (response: Response) => ((await response.json()) as { refused: string }).refused;

describe('2.4.7: slices', () => {
  it('arrive from both positions while a take is recorded, and a page that comes back finds them', async () => {
    const studio = await openStudio(hall, room);
    const { one, two, candidate } = studio;
    const takeId = await studio.begin();
    const [a, b, c] = [recorded(), recorded(), recorded(1_200_000)];
    await one.upload({ take: takeId, seq: 0, bytes: a });
    await one.upload({ take: takeId, seq: 1, bytes: b }, 20_000);
    await two.upload({ take: takeId, seq: 0, bytes: c });
    const [shown] = await two.takes();
    expect(shown?.take).toMatchObject({ id: takeId, status: 'recording', n: 1, debited: false });
    expect(shown?.positions).toMatchObject([
      {
        position: 1,
        bytes: a.length + b.length,
        segments: [
          {
            slices: [
              { seq: 0, offset: a.length },
              { seq: 1, from: 4_000, offset: b.length },
            ],
          },
        ],
      },
      { position: 2, segments: [{ declared: null, complete: false, slices: [{ bytes: c.length }] }] },
    ]);
    expect(await hall.source.getRepository(TakeSlicePart).count()).toBe(0);
    expect((await candidate.look())?.step).toMatchObject({ kind: 'recording', phase: 'recording', takeId });
  });

  it('go on where they broke off, and a repeat is the same slice', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const bytes = recorded();
    const first = await studio.one.create({ take, seq: 0, bytes });
    const path = first.headers.get('location') ?? '';
    expect((await studio.one.patch(path, 0, bytes.subarray(0, 25_000))).headers.get('upload-offset')).toBe(
      '25000',
    );
    expect((await studio.one.send('HEAD', path)).headers.get('upload-offset')).toBe('25000');
    expect(await refusedOf(await studio.one.patch(path, 0, bytes))).toBe('CONFLICT');
    const again = await studio.one.create({ take, seq: 0, bytes }, { body: bytes });
    expect([again.headers.get('location'), again.headers.get('upload-offset')]).toEqual([path, '25000']);
    await studio.one.upload({ take, seq: 0, bytes });
    await studio.one.upload({ take, seq: 0, bytes });
    expect((await studio.one.takes())[0]?.positions).toMatchObject([
      { segments: [{ slices: [{ seq: 0, offset: bytes.length }] }] },
    ]);
    const [film] = (await studio.one.takes())[0]?.positions[0]?.segments ?? [];
    const played = await studio.one.browser.send(film?.url ?? '');
    expect(Buffer.from(await played.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('keep what came before the connection broke in the middle of one', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const bytes = recorded(200_000);
    const path = (await studio.one.create({ take, seq: 0, bytes })).headers.get('location') ?? '';
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(0, 70_000)));
        setTimeout(() => controller.error(new Error('the network is gone')), 300);
      },
    });
    const headers = {
      ...{ 'tus-resumable': '1.0.0', [slices.epochHeader]: String(studio.one.epoch), 'upload-offset': '0' },
      'content-type': 'application/offset+octet-stream',
    };
    await studio.one.browser
      .send(path, { method: 'PATCH', headers, body: broken, duplex: 'half' } as RequestInit)
      .catch(() => undefined);
    const kept = await until(
      async () => Number((await studio.one.send('HEAD', path)).headers.get('upload-offset')),
      (offset) => offset > 0,
    );
    expect(kept).toBe(70_000);
    expect((await studio.one.patch(path, kept, bytes.subarray(kept))).status).toBe(204);
    const [film] = (await studio.one.takes())[0]?.positions[0]?.segments ?? [];
    const played = await studio.one.browser.send(film?.url ?? '');
    expect(Buffer.from(await played.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('are refused by name: a wrong digest begins anew, other bytes in their place, too many, another type', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const bytes = recorded();
    const wrong = { take, seq: 0, bytes, digest: 'a'.repeat(64) };
    const created = await studio.one.create(wrong);
    const path = created.headers.get('location') ?? '';
    expect(await refusedOf(await studio.one.patch(path, 0, bytes))).toBe('DIGEST_DIFFERS');
    expect((await studio.one.send('HEAD', path)).headers.get('upload-offset')).toBe('0');
    expect(await refusedOf(await studio.one.create({ take, seq: 0, bytes }))).toBe('CONFLICT');
    expect(
      await refusedOf(await studio.one.create({ take, seq: 1, bytes }, { length: 17 * 1024 * 1024 })),
    ).toBe('TOO_LARGE');
    const more = (await studio.one.create({ take, seq: 2, bytes })).headers.get('location') ?? '';
    expect(await refusedOf(await studio.one.patch(more, 0, recorded(70_000)))).toBe('TOO_LARGE');
    expect(await refusedOf(await studio.one.create({ take, seq: 3, bytes, type: 'text/html' }))).toBe(
      'WRONG_TYPE',
    );
    expect(await refusedOf(await studio.one.create({ take: ulid(), seq: 0, bytes }))).toBe('NOT_NOW');
    expect(await refusedOf(await studio.one.create({ take, seq: 0, bytes, span: 2, segment: 2 }))).toBe(
      'NOT_NOW',
    );
  });

  it('are taken from a device that was taken over, of what it had begun before, and of nothing later', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const { alignAt } = (await studio.candidate.look())?.step as { alignAt: number };
    await until(
      async () => Date.now(),
      (now) => now > alignAt,
    );
    const [before, after] = [recorded(), recorded()];
    await studio.two.upload({ take, seq: 0, bytes: before });
    const { body } = await studio.two.browser.call('claimPosition', {
      body: { deviceId: ulid(), takeOver: true },
    });
    expect(body.epoch).toBeGreaterThan(studio.two.epoch);
    await studio.two.upload({ take, seq: 1, bytes: after });
    await studio.stop(take);
    const next = ulid();
    expect((await studio.again(next)).refused).toBeUndefined();
    expect(await refusedOf(await studio.two.create({ take: next, seq: 0, bytes: after }))).toBe('SUPERSEDED');
    studio.two.epoch = body.epoch + 1;
    expect(await refusedOf(await studio.two.create({ take: next, seq: 0, bytes: after }))).toBe('SUPERSEDED');
    studio.two.epoch = body.epoch;
    await studio.two.upload({ take: next, seq: 0, bytes: after });
    const bodies = (await studio.one.takes()).map(
      ({ positions }) => positions[0]?.segments[0]?.slices.length,
    );
    expect(bodies).toEqual([2, 1]);
  });

  it('belong to their candidate and his position alone', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const bytes = recorded();
    const path = (await studio.one.create({ take, seq: 0, bytes })).headers.get('location') ?? '';
    const stranger = await openStudio(hall, room);
    expect((await stranger.one.send('HEAD', path)).status).toBe(404);
    expect((await stranger.one.create({ take, seq: 1, bytes })).status).toBe(409);
    expect((await studio.two.send('HEAD', path)).status).toBe(404);
    const nobody = createBrowser(hall.url);
    expect((await nobody.send(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
      401,
    );
    const staff = await staffOf(hall, 'chief-examiner', room);
    expect((await staff.send(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
      403,
    );
  });
});

describe('2.4.8: recording again', () => {
  it('is refused by the server once the quota is spent, and an interruption never spends it', async () => {
    const studio = await openStudio(hall, room);
    const first = await studio.begin();
    await studio.one.upload({ take: first, seq: 0, bytes: recorded() });
    const cut = await studio.break(first);
    expect(cut.body.view.step).toMatchObject({
      phase: 'broken',
      questions: [{ retakesLeft: 1 }],
      takes: [{ status: 'broken', debited: false, breaks: [{ cause: 'reload' }] }],
    });
    const second = await studio.begin();
    await studio.stop(second);
    const third = ulid();
    expect((await studio.again(third)).body.view.step).toMatchObject({ questions: [{ retakesLeft: 0 }] });
    await studio.stop(third);
    const spent = await studio.again();
    expect([spent.status, spent.refused, spent.details['quota']]).toEqual([409, 'TAKE_QUOTA_SPENT', 1]);
  });

  it('a broken take ends with the last slice that the server knows', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const { alignAt } = (await studio.candidate.look())?.step as { alignAt: number };
    await until(
      async () => Date.now(),
      (now) => now > alignAt + 4_500,
      20_000,
    );
    await studio.two.upload({ take, seq: 0, bytes: recorded() });
    const { body } = await studio.break(take, 'position-lost');
    const step = body.view.step;
    expect(step?.kind === 'recording' && step.takes[0]?.stoppedAt).toBe(alignAt + 4_000);
    expect(await hall.source.getRepository(TakeFile).findBy({ takeId: take })).toMatchObject([
      { position: 2, state: 'wanted' },
    ]);
  });
});

describe('2.4.8: a device that never came back', () => {
  it('leaves a broken take, and whoever looks at it later may go on for what is left', async () => {
    const [question] = recordingStep.questions;
    if (!question) throw new Error('no question');
    const brief = await openRecordingDay(hall, { questions: [{ ...question, maxSeconds: 5 }] });
    const studio = await openStudio(hall, brief);
    const take = await studio.begin();
    const bytes = recorded();
    await studio.one.upload({ take, seq: 0, bytes });
    const gone = await until(
      () => studio.candidate.look(),
      (view) => view?.step?.kind === 'recording' && view.step.phase === 'broken',
      90_000,
    );
    expect(gone?.step).toMatchObject({
      leftMs: 0,
      takes: [{ breaks: [{ cause: 'unknown' }], debited: false }],
    });
    const [shown] = await studio.one.takes();
    expect(shown?.take.stoppedAt).toBe((shown?.take.beganAt ?? 0) + 4_000);
    const mended = await studio.candidate.lookUntil(
      ({ step }) => step?.kind === 'recording' && step.phase === 'broken' && step.leftMs > 0,
    );
    expect(mended?.step).toMatchObject({ leftMs: 1_000 });
    const on = await studio.candidate.must({ name: 'recording.continue', takeId: take });
    expect(on.step).toMatchObject({ phase: 'recording', span: 2 });
  }, 120_000);
});

describe('2.4.9: confirming', () => {
  it('seals the digests; what was declared is still taken, anything else is not, and entering again shows the receipt', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const [a, late, two] = [recorded(), recorded(), recorded()];
    await studio.one.upload({ take, seq: 0, bytes: a });
    await studio.two.upload({ take, seq: 0, bytes: two });
    await studio.stop(take);
    expect((await studio.one.declare(take, [a, late])).refused).toBeUndefined();
    expect((await studio.one.declare(take, [late])).refused).toBe('CONFLICT');
    const commandId = ulid();
    const { body, refused } = await studio.confirm(take, commandId);
    expect(refused).toBeUndefined();
    expect(body.view.phase).toBe('over');
    expect((await studio.confirm(take, commandId)).body).toEqual(body);
    await studio.candidate.lookUntil(({ phase }) => phase === 'over');

    expect(await refusedOf(await studio.one.create({ take, seq: 2, bytes: recorded() }))).toBe('TOO_LATE');
    await studio.one.upload({ take, seq: 1, bytes: late });

    const { body: receipt } = await studio.candidate.browser.call('readReceipt');
    const item = receipt.items.find(({ kind }) => kind === 'recording.handed-in');
    const row = await hall.source.getRepository(Take).findOneByOrFail({ id: take });
    expect(item?.recorded).toEqual([
      { question: 'q1', sealed: { takeId: take, slices: 3, digest: row.sealedDigest, at: row.sealedAt } },
    ]);
    expect((await studio.candidate.checkIn()).refused).toBe('ALREADY_OVER');
    expect(await studio.begin().catch((error: Error) => error.message)).toContain('ALREADY_OVER');
  });

  it('is refused while nothing has reached the server, and before the take is stopped', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    await studio.stop(take);
    expect((await studio.confirm(take)).refused).toBe('SLICES_MISSING');
    await studio.one.upload({ take, seq: 0, bytes: recorded() });
    const next = ulid();
    await studio.again(next);
    await studio.one.upload({ take: next, seq: 0, bytes: recorded() });
    expect((await studio.confirm(next)).refused).toBe('NOT_NOW');
    expect(await hall.source.getRepository(Take).findOneByOrFail({ id: next })).toMatchObject({
      sealedAt: null,
    });
  });

  it('at the end by staff the last complete take counts, sealed by the server', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    await studio.one.upload({ take, seq: 0, bytes: recorded() });
    await studio.stop(take);
    const invigilator = await staffOf(hall, 'invigilator', room);
    const { sittingId } = studio.candidate;
    const ended = await invigilator.call('orderSitting', {
      params: { sittingId },
      body: { commandId: ulid(), order: { kind: 'collect', reason: 'time' } },
    });
    expect(ended.refused).toBeUndefined();
    await studio.candidate.lookUntil(({ phase }) => phase === 'over');
    const { body: receipt } = await studio.candidate.browser.call('readReceipt');
    expect(receipt.items.find(({ recorded: found }) => found)?.recorded).toMatchObject([
      { question: 'q1', sealed: { takeId: take, slices: 1 } },
    ]);
    const examiner = await staffOf(hall, 'examiner', room);
    const { body } = await examiner.call('readSittingTakes', { params: { sittingId } });
    expect(body.steps).toMatchObject([
      { stepId: 'recording', takes: [{ counts: true, take: { id: take } }] },
    ]);
  });
});

describe('what is recorded plays', () => {
  it('by range, to whoever was given its address, and to nobody else', async () => {
    const studio = await openStudio(hall, room);
    const take = await studio.begin();
    const [a, b] = [recorded(50_000), recorded(30_000)];
    await studio.one.upload({ take, seq: 0, bytes: a });
    await studio.one.upload({ take, seq: 1, bytes: b });
    const url = (await studio.one.takes())[0]?.positions[0]?.segments[0]?.url ?? '';
    const range = (header: string) => studio.two.browser.send(url, { headers: { range: header } });
    const middle = await range('bytes=49990-50009');
    expect([middle.status, middle.headers.get('content-range'), middle.headers.get('content-type')]).toEqual([
      206,
      'bytes 49990-50009/80000',
      'video/webm',
    ]);
    expect(Buffer.from(await middle.arrayBuffer())).toEqual(
      Buffer.concat([a.subarray(49_990), b.subarray(0, 10)]),
    );
    expect((await range('bytes=-100')).headers.get('content-range')).toBe('bytes 79900-79999/80000');
    expect((await range('bytes=80000-')).status).toBe(416);
    expect((await createBrowser(hall.url).send(url)).status).toBe(401);
    expect((await studio.one.browser.send(url.replace(/seal=.{4}/, 'seal=AAAA'))).status).toBe(404);
    expect((await studio.one.browser.send(url.replace(/until=\d/, 'until=9'))).status).toBe(404);
  });
});
