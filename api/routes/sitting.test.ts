import sharp from 'sharp';
import { ulid } from 'ulid';
import { StoredObject } from '#models/stored-object';
import { Sitting } from '#models/sitting';
import { buildRoom } from '../../models/test/factories';
import { createBrowser } from '../test/browser';
import { arrive, openDay, staffOf, TestCandidate } from '../test/day';
import { enrol, signInCandidate } from '../test/people';
import { startHall, until, type TestHall } from '../test/start-hall';
import type { Room } from '#models/room';

let hall: TestHall;
let room: Room;
beforeAll(async () => {
  hall = await startHall();
  room = await openDay(hall);
});
afterAll(async () => hall.close());

const HOUR = 3_600_000;
const picture = async (given: { width?: number; height?: number; format?: 'jpeg' | 'png' | 'webp' } = {}) => {
  const { width = 320, height = 240, format = 'jpeg' } = given;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#567' } })
    .toFormat(format)
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: `image/${format}` });
};

describe('2.1.4 the door', () => {
  it('shows exam, room, window, server time and what is to do, before anything began', async () => {
    const candidate = await arrive(hall, room);
    const { body } = await candidate.browser.call('home');
    expect(body).toMatchObject({
      candidate: { sittingId: candidate.sittingId, name: '张三' },
      position: 1,
      room: { id: room.id, name: room.name },
      view: null,
    });
    expect(Math.abs(body.serverTime - Date.now())).toBeLessThan(5_000);
    expect(body.flow.steps.map(({ kind }) => kind)).toHaveLength(7);
    expect(JSON.stringify(body.flow)).not.toContain('grid and the white space');
  });

  it('lets in whoever comes in time, and again whenever he comes', async () => {
    const candidate = await arrive(hall, room);
    await candidate.enter();
    expect(candidate.view).toMatchObject({
      phase: 'going-on',
      stepId: 'notice',
      positions: { 1: { epoch: 1 }, 2: null },
    });
    const again = await candidate.checkIn();
    expect(again.body.view.stepId).toBe('notice');
  });

  it('gives the first answer to a repeated check-in', async () => {
    const candidate = await arrive(hall, room);
    await candidate.claim();
    const commandId = ulid();
    const [first, second] = await Promise.all([candidate.checkIn(commandId), candidate.checkIn(commandId)]);
    expect(second.body.view.sittingId).toBe(first.body.view.sittingId);
    expect(second.body.revision - first.body.revision).toBeLessThanOrEqual(1);
  });

  it('says when it is too early, and too late', async () => {
    const opensAt = Date.now() + HOUR;
    const early = await arrive(hall, await openDay(hall, { opensAt, entryClosesAt: opensAt + HOUR }));
    await early.claim();
    expect(await early.checkIn()).toMatchObject({ refused: 'TOO_EARLY', details: { opensAt } });
    const entryClosesAt = Date.now() - 1_000;
    const late = await arrive(hall, await openDay(hall, { entryClosesAt }));
    await late.claim();
    expect(await late.checkIn()).toMatchObject({ refused: 'TOO_LATE', details: { closedAt: entryClosesAt } });
  });

  it('lets in again whoever came in time, after entry closed', async () => {
    const own = await openDay(hall);
    const candidate = await arrive(hall, own);
    await candidate.enter();
    await hall.source.getRepository('Exam').update({ id: own.examId }, { entryClosesAt: Date.now() - 1_000 });
    expect((await candidate.checkIn()).status).toBe(200);
  });

  it('keeps the flow that a sitting began with', async () => {
    const own = await openDay(hall);
    const candidate = await arrive(hall, own);
    await candidate.enter();
    const begun = await hall.source.getRepository(Sitting).findOneByOrFail({ id: candidate.sittingId });
    const other = await openDay(hall);
    const exam = await hall.source.getRepository('Exam').findOneByOrFail({ id: other.examId });
    await hall.source
      .getRepository('Exam')
      .update({ id: own.examId }, { flowVersionId: exam['flowVersionId'] });
    await candidate.checkIn();
    const after = await hall.source.getRepository(Sitting).findOneByOrFail({ id: candidate.sittingId });
    expect(after.flowVersionId).toBe(begun.flowVersionId);
  });
});

describe('commands', () => {
  it('go to the step they are meant for, and come back with the view', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { body } = await candidate.send({ name: 'notice.read' });
    expect(body).toMatchObject({ revision: body.view.revision, view: { stepId: 'pledge' } });
  });

  it('are refused out of their step, with the fresh view', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const answer = await candidate.send({ name: 'cameras.finish' }, { stepId: 'cameras' });
    expect([answer.status, answer.refused]).toEqual([409, 'NOT_NOW']);
    expect(answer.details['view']).toMatchObject({ sittingId: candidate.sittingId, stepId: 'notice' });
  });

  it('get their first answer when they are repeated', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const commandId = ulid();
    const first = await candidate.send({ name: 'notice.read' }, { commandId, stepId: 'notice' });
    const again = await candidate.send({ name: 'notice.read' }, { commandId, stepId: 'notice' });
    expect(again.body).toEqual(first.body);
  });

  it('refuse a pledge that is not the one of the flow', async () => {
    const candidate = await (await arrive(hall, room)).goTo('pledge');
    const answer = await candidate.send({ name: 'pledge.agree', version: '2026-1', digest: 'x' });
    expect(answer.refused).toBe('PLEDGE_CHANGED');
  });

  it('are malformed where they are of no known shape, and say where', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const answer = await candidate.send({ name: 'notice.eat' } as never);
    expect([answer.status, answer.refused]).toEqual([400, 'MALFORMED']);
    expect(answer.details['issues']).toEqual([expect.objectContaining({ path: 'body.command.name' })]);
  });

  it('are refused to a device that was superseded', async () => {
    const first = await (await arrive(hall, room)).enter();
    const second = new TestCandidate(hall, first.who, await signInCandidate(hall.url, first.who), ulid());
    expect((await second.claim(true)).body.epoch).toBe(2);
    const answer = await first.send({ name: 'notice.read' });
    expect(answer.refused).toBe('SUPERSEDED');
    expect(answer.details['since']).toBeGreaterThan(Date.now() - 60_000);
    await second.look();
    expect((await second.send({ name: 'notice.read' })).status).toBe(200);
  });

  it('keep their first time stamp over a 503', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    await hall.stopWorker();
    const commandId = ulid();
    const before = Date.now();
    const away = await candidate.send({ name: 'notice.read' }, { commandId });
    expect([away.status, away.refused]).toEqual([503, 'UNAVAILABLE']);
    expect(away.headers.get('retry-after')).toBe('2');
    expect(Number(away.details['receivedAt'])).toBeLessThan(before + 2_000);
    await hall.startWorker();
    const receipt = String(away.details['receipt']);
    const again = await candidate.send({ name: 'notice.read' }, { commandId, receipt, stepId: 'notice' });
    expect(again.status).toBe(200);
    const read = again.body.view.steps.find(({ id }) => id === 'notice');
    expect(read?.at).toBe(away.details['receivedAt']);
  });
});

describe('positions', () => {
  it('are kept by a living device, given back to the same one, and taken over on purpose', async () => {
    const first = await arrive(hall, room);
    expect((await first.claim()).body).toEqual({ position: 1, epoch: 1 });
    expect((await first.claim()).body.epoch).toBe(1);
    const second = new TestCandidate(hall, first.who, await signInCandidate(hall.url, first.who), ulid());
    const taken = await second.claim();
    expect(taken.refused).toBe('POSITION_TAKEN');
    expect(Number(taken.details['lastSeenAt'])).toBeGreaterThan(0);
    expect((await second.claim(true)).body.epoch).toBe(2);
  });

  it('are free to take where the holder fell silent', async () => {
    const first = await arrive(hall, room);
    await first.claim();
    const real = hall.clock.now;
    hall.clock.now = () => real() + 16_000;
    const second = new TestCandidate(hall, first.who, await signInCandidate(hall.url, first.who), ulid());
    const claimed = await second.claim();
    hall.clock.now = real;
    expect(claimed.body.epoch).toBe(2);
  });

  it('go to one of two devices that claim at once', async () => {
    const who = await enrol(hall.source, room);
    const browsers = await Promise.all([signInCandidate(hall.url, who), signInCandidate(hall.url, who)]);
    const answers = await Promise.all(
      browsers.map((browser) => browser.call('claimPosition', { body: { deviceId: ulid() } })),
    );
    expect(answers.map(({ refused }) => refused ?? 'claimed').toSorted()).toEqual([
      'POSITION_TAKEN',
      'claimed',
    ]);
  });

  it('reach the sitting: a second camera is paired as soon as it claims', async () => {
    const candidate = await (await arrive(hall, room)).goTo('cameras');
    const phone = await signInCandidate(hall.url, candidate.who, 2);
    expect((await phone.call('claimPosition', { body: { deviceId: ulid() } })).body.position).toBe(2);
    const view = await candidate.lookUntil(({ step }) => step?.kind === 'cameras' && step.phase === 'paired');
    expect(view?.positions[2]).toMatchObject({ epoch: 1 });
  });
});

describe('stills of the face check', () => {
  const upload = async (candidate: TestCandidate, body: Blob) =>
    candidate.browser.call('uploadStill', { body });

  it('are taken re-encoded and encrypted, during the face check only', async () => {
    const candidate = await (await arrive(hall, room)).goTo('device-check');
    expect((await upload(candidate, await picture())).refused).toBe('NOT_NOW');
    await candidate.goTo('face-check');
    const { body } = await upload(candidate, await picture({ format: 'png' }));
    const row = await hall.source.getRepository(StoredObject).findOneByOrFail({ key: body.key });
    expect(row).toMatchObject({ kind: 'still', sittingId: candidate.sittingId, mediaType: 'image/jpeg' });
    const kept = await hall.deps.storage.get(body.key);
    expect((await sharp(kept ?? Buffer.alloc(0)).metadata()).format).toBe('jpeg');
  });

  it('are refused by name where they are no picture, or more than is taken', async () => {
    const candidate = await (await arrive(hall, room)).goTo('face-check');
    const of = (bytes: Uint8Array<ArrayBuffer> | string, type = 'image/jpeg') => new Blob([bytes], { type });
    expect((await upload(candidate, of('<svg xmlns="http://www.w3.org/2000/svg"/>'))).refused).toBe(
      'NOT_AN_IMAGE',
    );
    expect((await upload(candidate, of('%PDF-1.4', 'application/pdf'))).refused).toBe('NOT_AN_IMAGE');
    const half = new Uint8Array(await (await picture({ width: 1_000, height: 800 })).arrayBuffer()).slice(
      0,
      600,
    );
    expect((await upload(candidate, of(half))).refused).toBe('NOT_AN_IMAGE');
    expect((await upload(candidate, of(new Uint8Array(2_100_000)))).refused).toBe('TOO_LARGE');
    const vast = await picture({ width: 9_000, height: 9_000, format: 'png' });
    expect(vast.size).toBeLessThan(2_000_000);
    expect((await upload(candidate, vast)).refused).toBe('TOO_LARGE');
  });

  it('are slowed down beyond any honest number', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    await hall.redis.set(`throttle:stills:${candidate.sittingId}`, 200, 'PX', 60_000);
    const answer = await upload(candidate, await picture());
    expect(answer.refused).toBe('SLOW_DOWN');
    expect(Number(answer.details['retryAt'])).toBeGreaterThan(Date.now());
  });
});

describe('a whole interview', () => {
  it('goes from the door to the receipt', async () => {
    const own = await openDay(hall);
    const candidate = await (await arrive(hall, own)).goTo('waiting');
    const examiner = await staffOf(hall, 'examiner', own);
    const { sittingId } = candidate;
    expect((await candidate.browser.call('readReceipt')).refused).toBe('NOT_NOW');
    expect((await candidate.browser.call('readQuestion', { params: { questionId: 'q1' } })).refused).toBe(
      'NOT_NOW',
    );

    const order = { kind: 'invite' as const, sittingId, called: false };
    await until(
      () => examiner.call('orderRoom', { params: { roomId: own.id }, body: { commandId: ulid(), order } }),
      ({ refused }) => refused === undefined,
    );
    await candidate.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
    await candidate.must({ name: 'waiting.accept' });
    expect(candidate.view?.step).toMatchObject({ kind: 'interview', phase: 'running' });

    const notYet = await candidate.browser.call('readQuestion', { params: { questionId: 'q1' } });
    expect(notYet.refused).toBe('NO_SUCH_QUESTION');
    const say = (body: { kind: 'dispatch'; question: string } | { kind: 'end' }) =>
      examiner.call('orderSitting', { params: { sittingId }, body: { commandId: ulid(), order: body } });
    expect((await say({ kind: 'dispatch', question: 'q1' })).status).toBe(200);
    const question = await candidate.browser.call('readQuestion', { params: { questionId: 'q1' } });
    expect(question.body).toMatchObject({
      id: 'q1',
      pdfUrl: null,
      text: { en: expect.stringMatching(/piece of work/) },
    });

    expect((await say({ kind: 'end' })).body.view.step).toMatchObject({ phase: 'ending' });
    const over = await candidate.lookUntil(({ phase }) => phase === 'over');
    expect(over?.over).toMatchObject({ cause: 'staff' });
    const receipt = await until(
      () => candidate.browser.call('readReceipt'),
      ({ status }) => status === 200,
    );
    expect(receipt.body.code).toMatch(/^[0-9a-f]{16}$/);
    expect(receipt.body.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pledge.agreed']));
    expect(receipt.body.items.map(({ kind }) => kind).join()).not.toMatch(/identity/);
    expect((await candidate.browser.call('readReceipt')).body.code).toBe(receipt.body.code);

    expect((await candidate.send({ name: 'notice.read' })).refused).toBe('ALREADY_OVER');
    expect((await candidate.checkIn()).refused).toBe('ALREADY_OVER');
    expect((await candidate.claim()).refused).toBe('ALREADY_OVER');
  }, 60_000);
});

describe('a page that claims to have seen orders of a far future', () => {
  it('is answered as fast as any other', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const stepId = candidate.view?.stepId ?? '';
    const ask = (roomSeq: number) => {
      const { epoch } = candidate;
      const body = { commandId: ulid(), epoch, stepId, command: { name: 'notice.read' }, roomSeq } as const;
      return candidate.browser.call('sendCommand', { body });
    };
    const began = Date.now();
    expect((await ask(1_000_000)).status).toBe(200);
    expect((await ask(999_999)).refused).toBe('NOT_NOW');
    expect(Date.now() - began).toBeLessThan(2_400);
  });
});

const bodies = {
  home: undefined,
  checkIn: { commandId: ulid(), epoch: 1 },
  sendCommand: {
    commandId: ulid(),
    epoch: 1,
    stepId: 'notice',
    command: { name: 'notice.read' },
    roomSeq: 0,
  },
  claimPosition: { deviceId: ulid() },
  uploadStill: new Blob(['x'], { type: 'image/jpeg' }),
  readQuestion: undefined,
  readReceipt: undefined,
};
describe.each(Object.keys(bodies) as (keyof typeof bodies)[])('%s', (name) => {
  const given = { params: { questionId: 'q1' }, body: bodies[name] } as never;
  it('requires authentication', async () => {
    expect((await createBrowser(hall.url).call(name, given)).refused).toBe('NOT_SIGNED_IN');
  });
  it('is not for staff', async () => {
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await officer.call(name, given)).refused).toBe('NOT_ALLOWED');
  });
});

describe.each(['checkIn', 'sendCommand', 'uploadStill'] as const)('%s', (name) => {
  it('is for the first device only', async () => {
    const who = await enrol(hall.source, await buildRoom(hall.source, { examId: room.examId }));
    const phone = await signInCandidate(hall.url, who, 2);
    expect((await phone.call(name, { body: bodies[name] } as never)).refused).toBe('NOT_ALLOWED');
  });
});
