import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { Upload } from 'tus-js-client';
import { ulid } from 'ulid';
import { uploads } from '#contract/sheets';
import { SheetPart } from '#models/sheet-part';
import { arrive, staffOf, type TestCandidate } from '../test/day';
import type { Browser } from '../test/browser';
import { createBrowser } from '../test/browser';
import { signInCandidate } from '../test/people';
import { startHall, until, type TestHall } from '../test/start-hall';
import { openWrittenDay, photographedStep, placePaper, type WrittenDay } from '../papers/test/written-day';

let hall: TestHall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(async () => hall.close());

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const heic = readFileSync(join(__dirname, 'test/sheet.heic'));
const photo = (side = 400) =>
  sharp({
    create: {
      width: side,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();

/** A candidate with pens down, and his phone. */
class Desk {
  phoneEpoch = 0;

  constructor(
    readonly day: WrittenDay,
    readonly candidate: TestCandidate,
    readonly phone: Browser,
  ) {}

  /** As the page does it: tus with whatever the network lets through. */
  upload(bytes: Buffer, given: { type?: string; digest?: string; chunkSize?: number } = {}): Promise<void> {
    const { type = 'image/jpeg', digest = digestOf(bytes), chunkSize = 200_000 } = given;
    return new Promise((resolve, reject) => {
      new Upload(bytes, {
        endpoint: hall.url + uploads.path,
        metadata: { step: 'paper', digest, type },
        headers: { cookie: this.phone.jar.cookie ?? '', [uploads.epochHeader]: String(this.phoneEpoch) },
        retryDelays: [0, 50, 200],
        chunkSize,
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
  }

  seal(sheets: readonly Buffer[], setId = ulid()) {
    return this.phone.call('sealSheets', {
      body: {
        commandId: ulid(),
        epoch: this.phoneEpoch,
        stepId: 'paper',
        setId,
        sheets: sheets.map((bytes) => ({ digest: digestOf(bytes), bytes: bytes.length, turn: 0 as const })),
        roomSeq: 0,
      },
    });
  }

  async sheets() {
    return (await this.phone.call('readSheets')).body;
  }

  send(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) {
    return this.phone.send(path, {
      method,
      headers: { 'tus-resumable': '1.0.0', [uploads.epochHeader]: String(this.phoneEpoch), ...headers },
      ...(body && { body: new Uint8Array(body) }),
    });
  }

  async create(bytes: Buffer, length = bytes.length, type = 'image/jpeg') {
    const encode = (text: string) => Buffer.from(text).toString('base64');
    const metadata = `step ${encode('paper')},digest ${encode(digestOf(bytes))},type ${encode(type)}`;
    const response = await this.send('POST', uploads.path, {
      'upload-length': String(length),
      'upload-metadata': metadata,
    });
    return { response, path: response.headers.get('location') ?? '' };
  }

  patch(path: string, from: number, bytes: Buffer) {
    return this.send(
      'PATCH',
      path,
      { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
      bytes,
    );
  }
}

async function pensDown(): Promise<Desk> {
  const day = await openWrittenDay(hall, photographedStep);
  await day.order({ kind: 'dispatch', paper: 'paper' });
  const candidate = await (await arrive(hall, day.room)).enter();
  const phone = await signInCandidate(hall.url, candidate.who, 2);
  const desk = new Desk(day, candidate, phone);
  desk.phoneEpoch = (await phone.call('claimPosition', { body: { deviceId: ulid() } })).body.epoch;
  await candidate.lookUntil(({ step }) => step?.kind === 'paper' && step.phase === 'open');
  await candidate.must({ name: 'paper.pens-down' });
  return desk;
}
const refusedOf = async (response: Response) => ((await response.json()) as { refused: string }).refused;

describe('2.2.1 a: sheets', () => {
  it('arrive from the phone, JPEG and HEIC, are sealed, counted and handed in', async () => {
    const desk = await pensDown();
    const [one, two] = [await photo(), heic];
    await desk.upload(one);
    await desk.upload(two, { type: 'image/heic' });
    const { refused, body } = await desk.seal([two, one]);
    expect(refused).toBeUndefined();
    expect(body.view.step).toMatchObject({ phase: 'photographing', sealed: { version: 1, sheets: 2 } });
    await desk.candidate.lookUntil(
      ({ step }) => step?.kind === 'paper' && 'counted' in step && step.counted !== null,
    );
    const shown = await desk.sheets();
    expect(shown.sheets).toMatchObject([{ state: 'ready' }, { state: 'ready', width: 900, height: 1200 }]);
    const picture = await desk.phone.send(shown.sheets[1]?.url ?? '');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    const handIn = {
      commandId: ulid(),
      epoch: desk.phoneEpoch,
      stepId: 'paper',
      name: 'paper.hand-in',
      roomSeq: 0,
    } as const;
    expect((await desk.phone.call('commandPaper', { body: handIn })).refused).toBeUndefined();
    await desk.candidate.lookUntil(({ phase }) => phase === 'over');
    const { body: receipt } = await desk.candidate.browser.call('readReceipt');
    expect(receipt.items.find(({ collected }) => collected)?.collected).toMatchObject({
      mode: 'photographed',
      made: 'by-candidate',
      set: { sheets: 2, version: 1 },
    });
    const examiner = await staffOf(hall, 'examiner', desk.day.room);
    const { body: read } = await examiner.call('readSittingAnswers', {
      params: { sittingId: desk.candidate.sittingId, stepId: 'paper' },
    });
    expect(read.sets).toMatchObject([
      { counts: true, sheets: [{ digest: digestOf(two) }, { digest: digestOf(one) }] },
    ]);
    expect(read.sets[0]?.sheets.every(({ url }) => url !== null)).toBe(true);
  });

  it('a new set replaces the one before only when it is complete, and all stay on record', async () => {
    const desk = await pensDown();
    const [one, two] = [await photo(), await photo(420)];
    await desk.upload(one);
    const first = ulid();
    await desk.seal([one], first);
    const second = ulid();
    await desk.seal([one, two], second);
    expect(await desk.sheets()).toMatchObject({ countedSetId: first, sets: [{}, {}] });
    await desk.upload(two);
    expect(await desk.sheets()).toMatchObject({ countedSetId: second });
    const view = await desk.candidate.lookUntil(
      ({ step }) => step?.kind === 'paper' && 'counted' in step && step.counted?.setId === second,
    );
    expect(view?.step).toMatchObject({ sealed: { version: 2 } });
  });

  it('go on where they broke off, also to another process of ours', async () => {
    const desk = await pensDown();
    const bytes = await photo(1_600);
    const { path } = await desk.create(bytes);
    expect((await desk.patch(path, 0, bytes.subarray(0, 70_000))).headers.get('upload-offset')).toBe('70000');
    const head = await desk.send('HEAD', path);
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      '70000',
      String(bytes.length),
    ]);
    expect((await desk.patch(path, 0, bytes)).status).toBe(409);
    await desk.upload(bytes);
    expect((await desk.sheets()).sheets).toMatchObject([{ state: 'ready', offset: bytes.length }]);
    expect(await hall.source.getRepository(SheetPart).count()).toBe(0);
  });

  it('keep what came before a connection broke', async () => {
    const desk = await pensDown();
    const bytes = await photo(1_600);
    const { path } = await desk.create(bytes);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(0, 50_000)));
        setTimeout(() => controller.error(new Error('the network is gone')), 300);
      },
    });
    await desk.phone
      .send(path, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          [uploads.epochHeader]: String(desk.phoneEpoch),
          'content-type': 'application/offset+octet-stream',
          'upload-offset': '0',
        },
        body: broken,
        duplex: 'half',
      } as RequestInit)
      .catch(() => undefined);
    const kept = await until(
      async () => Number((await desk.send('HEAD', path)).headers.get('upload-offset')),
      (offset) => offset > 0,
    );
    expect(kept).toBe(50_000);
    await desk.patch(path, kept, bytes.subarray(kept));
    expect((await desk.sheets()).sheets).toMatchObject([{ state: 'ready' }]);
  });

  it('are refused by name, now and whenever they are asked for again', async () => {
    const desk = await pensDown();
    const text = Buffer.from('Dear examiner, '.repeat(300));
    const { path } = await desk.create(text);
    expect(await refusedOf(await desk.patch(path, 0, text))).toBe('NOT_AN_IMAGE');
    expect((await desk.send('HEAD', path)).status).toBe(415);
    expect(await refusedOf((await desk.create(text)).response)).toBe('NOT_AN_IMAGE');
    expect((await desk.sheets()).sheets).toMatchObject([{ state: 'refused', refused: 'NOT_AN_IMAGE' }]);
    const jpeg = await photo();
    await expect(desk.upload(jpeg, { type: 'image/png' })).rejects.toThrow(/415/);
    const huge = await desk.create(Buffer.from('x'), 40_000_000);
    expect(await refusedOf(huge.response)).toBe('TOO_LARGE');
    expect(await refusedOf((await desk.create(Buffer.from('y'), 1, 'application/pdf')).response)).toBe(
      'NOT_AN_IMAGE',
    );
  });

  it('take no more bytes than were announced', async () => {
    const desk = await pensDown();
    const bytes = await photo();
    const { path } = await desk.create(bytes);
    const more = await desk.patch(path, 0, Buffer.concat([bytes, Buffer.alloc(5_000)]));
    expect(await refusedOf(more)).toBe('TOO_LARGE');
  });

  it('belong to their candidate and his present device alone', async () => {
    const desk = await pensDown();
    const bytes = await photo();
    const { path } = await desk.create(bytes);
    const stranger = await pensDown();
    expect((await stranger.send('HEAD', path)).status).toBe(404);
    expect((await stranger.patch(path, 0, bytes)).status).toBe(404);
    const nobody = createBrowser(hall.url);
    expect((await nobody.send(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
      401,
    );
    const staff = await desk.day.invigilator.send(path, {
      method: 'HEAD',
      headers: { 'tus-resumable': '1.0.0' },
    });
    expect(staff.status).toBe(403);
    await desk.phone.call('claimPosition', { body: { deviceId: ulid(), takeOver: true } });
    expect(await refusedOf(await desk.patch(path, 0, bytes))).toBe('SUPERSEDED');
    expect((await desk.seal([bytes])).refused).toBe('SUPERSEDED');
  });

  it('more than the paper takes are not sealed, and such a set counts for nothing', async () => {
    const desk = await pensDown();
    const many = Array.from({ length: 10 }, (_, index) => Buffer.from(`sheet ${index}`));
    expect((await desk.seal(many)).refused).toBe('TOO_MANY_SHEETS');
    expect((await desk.sheets()).sets).toEqual([]);
  });

  it('that nobody sealed are collected as they arrived', async () => {
    const desk = await pensDown();
    const [one, two] = [await photo(), await photo(420)];
    await desk.upload(one);
    await desk.upload(two);
    await desk.day.order({ kind: 'collect', paper: 'paper', reason: 'time' });
    await desk.candidate.lookUntil(({ phase }) => phase === 'over');
    const { body: receipt } = await desk.candidate.browser.call('readReceipt');
    expect(receipt.items.find(({ collected }) => collected)?.collected).toMatchObject({
      made: 'by-server',
      set: { sheets: 2 },
    });
  });
});

describe('2.2.1 a: the paper itself', () => {
  it('is a PDF with the ticket number on it, from the dispatch on and for this candidate alone', async () => {
    const day = await openWrittenDay(hall, photographedStep);
    const document = await PDFDocument.create();
    document.addPage();
    document.addPage();
    await placePaper(day, 'paper.pdf', Buffer.from(await document.save()));
    const candidate = await (await arrive(hall, day.room)).enter();
    expect((await candidate.browser.call('readPaperPdf')).refused).toBe('NOT_NOW');
    await day.order({ kind: 'dispatch', paper: 'paper' });
    const { body } = await until(
      () => candidate.browser.call('readPaper'),
      ({ refused }) => refused === undefined,
    );
    expect(body).toMatchObject({ paper: { form: 'pdf', pages: 2 }, saved: null });
    const response = await candidate.browser.send('/api/sitting/paper.pdf');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.includes(`(${candidate.who.candidate.ticket}) Tj`)).toBe(true);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
    const phone = await signInCandidate(hall.url, candidate.who, 2);
    expect((await phone.call('readPaperPdf')).refused).toBe('NOT_ALLOWED');
  });
});
