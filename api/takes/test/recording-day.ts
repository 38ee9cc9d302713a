import { createHash, randomBytes } from 'node:crypto';
import { Upload } from 'tus-js-client';
import { ulid } from 'ulid';
import { slices } from '#contract/takes';
import type { Room } from '#models/room';
import type { StepConfig } from '#steps/schemas';
import { buildExam, buildFlowVersion, buildRoom } from '../../../models/test/factories';
import type { Browser } from '../../test/browser';
import { arrive, type TestCandidate } from '../../test/day';
import { signInCandidate } from '../../test/people';
import type { TestHall } from '../../test/start-hall';

const words = (text: string) => ({ zh: text, en: text });
type RecordingStep = Extract<StepConfig, { kind: 'recording' }>;

export const recordingStep: RecordingStep = {
  ...{ id: 'recording', kind: 'recording', title: words('Recorded answers'), minutes: 30 },
  ...{ positions: [1, 2], sound: 1, broken: 'continue-or-redo', atDeadline: 'last-complete', pause: false },
  questions: [
    {
      id: 'q1',
      title: words('One'),
      text: words('Introduce yourself.'),
      prepareSeconds: 0,
      maxSeconds: 120,
      retakes: 1,
    },
  ],
};

/** An exam of one recorded step that is open now. */
export async function openRecordingDay(hall: TestHall, changes: Partial<RecordingStep> = {}): Promise<Room> {
  const document = { name: words('Recorded exam'), steps: [{ ...recordingStep, ...changes }] };
  const version = await buildFlowVersion(hall.source, { document, yaml: `# ${ulid()}` });
  const exam = await buildExam(hall.source, { flowVersionId: version.id });
  return buildRoom(hall.source, { examId: exam.id });
}

export const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export interface SliceOf {
  readonly take: string;
  readonly seq: number;
  readonly bytes: Buffer;
  readonly span?: number;
  readonly segment?: number;
  readonly digest?: string;
  readonly type?: string;
}

/** One device that records. */
export class Recorder {
  constructor(
    private readonly url: string,
    readonly browser: Browser,
    public epoch: number,
  ) {}

  metadata({ take, seq, bytes, span = 1, segment = 1, digest, type = 'video/webm' }: SliceOf) {
    return {
      ...{ take, type, span: String(span), segment: String(segment), seq: String(seq) },
      ...{ from: String(seq * 4_000), to: String((seq + 1) * 4_000), digest: digest ?? digestOf(bytes) },
    };
  }

  /** As the page does it: one request a slice, and tus where the network lets less through. */
  upload(slice: SliceOf, chunkSize = Infinity): Promise<void> {
    return new Promise((resolve, reject) => {
      new Upload(slice.bytes, {
        endpoint: this.url + slices.path,
        metadata: this.metadata(slice),
        headers: { cookie: this.browser.jar.cookie ?? '', [slices.epochHeader]: String(this.epoch) },
        uploadDataDuringCreation: true,
        retryDelays: [0, 50],
        chunkSize,
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
  }

  create(slice: SliceOf, given: { length?: number; body?: Buffer } = {}) {
    const { length = slice.bytes.length, body } = given;
    const metadata = Object.entries(this.metadata(slice)).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
    );
    return this.send(
      'POST',
      slices.path,
      { 'upload-length': String(length), 'upload-metadata': metadata.join(',') },
      body,
    );
  }

  patch(path: string, from: number, bytes: Buffer) {
    return this.send('PATCH', path, { 'upload-offset': String(from) }, bytes);
  }

  send(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) {
    return this.browser.send(path, {
      method,
      headers: {
        'tus-resumable': '1.0.0',
        [slices.epochHeader]: String(this.epoch),
        ...(body && { 'content-type': 'application/offset+octet-stream' }),
        ...headers,
      },
      ...(body && { body: new Uint8Array(body) }),
    });
  }

  declare(takeId: string, list: readonly Buffer[], given: { span?: number; segment?: number } = {}) {
    const { span = 1, segment = 1 } = given;
    return this.browser.call('declareSegment', {
      params: { takeId },
      body: {
        ...{ epoch: this.epoch, segment, span, mediaType: 'video/webm' },
        slices: list.map((bytes) => ({ digest: digestOf(bytes), bytes: bytes.length })),
      },
    });
  }

  async takes() {
    return (await this.browser.call('readTakes')).body.takes;
  }
}

/** A candidate with both devices at the question, and what he may do. */
export class Studio {
  constructor(
    readonly candidate: TestCandidate,
    readonly one: Recorder,
    readonly two: Recorder,
  ) {}

  async begin(takeId = ulid()): Promise<string> {
    await this.candidate.must({ name: 'recording.begin', question: 'q1', takeId });
    return takeId;
  }

  stop(takeId: string) {
    return this.candidate.must({ name: 'recording.stop', takeId });
  }

  again(takeId = ulid()) {
    return this.candidate.send({ name: 'recording.re-record', question: 'q1', takeId });
  }

  confirm(takeId: string, commandId = ulid()) {
    const body = { commandId, epoch: this.one.epoch, stepId: 'recording', roomSeq: 0 };
    return this.one.browser.call('confirmTake', { params: { takeId }, body });
  }

  break(takeId: string, cause: 'reload' | 'position-lost' = 'reload') {
    const body = { commandId: ulid(), epoch: this.one.epoch, stepId: 'recording', cause, roomSeq: 0 };
    return this.one.browser.call('breakTake', { params: { takeId }, body });
  }
}

export async function openStudio(hall: TestHall, room: Room): Promise<Studio> {
  const candidate = await (await arrive(hall, room)).enter();
  const phone = await signInCandidate(hall.url, candidate.who, 2);
  const { body } = await phone.call('claimPosition', { body: { deviceId: ulid() } });
  await candidate.must({ name: 'recording.show', question: 'q1' });
  return new Studio(
    candidate,
    new Recorder(hall.url, candidate.browser, candidate.epoch),
    new Recorder(hall.url, phone, body.epoch),
  );
}

/** Some seconds of a camera, as far as the server can tell. */
export const recorded = (bytes = 60_000): Buffer => randomBytes(bytes);
