import { sha256 } from './digest';
import type { RecordedType } from './media-type';
import { segmentKey, sliceKey, type KeptSegment, type SegmentPlace, type SliceShelf } from './slice';

/** What of `MediaRecorder` is used here; tests stand in for it. */
export interface RecorderLike extends EventTarget {
  readonly state: string;
  start(sliceMs: number): void;
  stop(): void;
}

export interface SegmentParts {
  readonly place: SegmentPlace;
  readonly make: () => RecorderLike;
  readonly shelf: SliceShelf;
  /** The instant at which both positions begin, by the server's clock. */
  readonly alignAt: number;
  /** The server's clock now. */
  readonly serverNow: () => number;
  /** This browser's clock that never jumps, ms. */
  readonly steadyNow: () => number;
  /** A slice is kept, or the segment is over: there is something to send. */
  readonly onKept: (kept: { readonly here: boolean }) => void;
  /** Resolves once so many ms have passed. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface RunningSegment {
  /** Resolves when everything is kept; `failed`: the recorder gave up by itself. */
  readonly done: Promise<'stopped' | 'failed'>;
  /** The recorder runs. */
  readonly began: Promise<boolean>;
  readonly stop: () => void;
}

/** Long enough for a file that plays, short enough that a crash costs little. */
export const SLICE_MS = 2_000;

class Segment {
  private segment: KeptSegment;
  private line: Promise<void> = Promise.resolve();
  private startedAt: number | null = null;
  private offset = 0;
  private upTo = 0;
  private failed = false;

  constructor(private readonly parts: SegmentParts) {
    this.segment = { ...parts.place, key: segmentKey(parts.place), slices: [], over: false };
  }

  readonly run = async (signal: AbortSignal, onBegan: () => void): Promise<'stopped' | 'failed'> => {
    const { alignAt, serverNow, wait, make } = this.parts;
    // A wait may end early, as when the network comes back.
    while (!signal.aborted && serverNow() < alignAt) await wait(alignAt - serverNow(), signal);
    if (signal.aborted) return 'stopped';
    const recorder = make();
    const stopped = new Promise<void>((resolve) => {
      recorder.addEventListener('stop', () => resolve());
      recorder.addEventListener('error', () => this.fail(resolve));
    });
    recorder.addEventListener('start', () => {
      this.begin();
      onBegan();
    });
    recorder.addEventListener('dataavailable', (event) => this.take((event as BlobEvent).data));
    const stop = (): void => (recorder.state === 'inactive' ? undefined : recorder.stop());
    signal.addEventListener('abort', stop);
    recorder.start(SLICE_MS);
    await stopped;
    signal.removeEventListener('abort', stop);
    await this.line;
    await this.close();
    return this.failed || !signal.aborted ? 'failed' : 'stopped';
  };

  private fail(resolve: () => void): void {
    this.failed = true;
    resolve();
  }

  private begin(): void {
    const { serverNow, alignAt, steadyNow } = this.parts;
    this.startedAt = steadyNow();
    this.offset = Math.max(0, Math.round(serverNow() - alignAt));
    this.upTo = this.offset;
  }

  /** Slices are numbered and measured as they come, and kept one after the other. */
  private take(blob: Blob): void {
    if (this.startedAt === null) this.begin();
    if (blob.size === 0) return;
    const from = this.upTo;
    const passed = this.parts.steadyNow() - (this.startedAt ?? 0);
    const to = Math.max(from + 1, Math.round(this.offset + passed));
    this.upTo = to;
    this.line = this.line.then(() => this.keep(blob, from, to));
  }

  private async keep(blob: Blob, from: number, to: number): Promise<void> {
    const { place, shelf, onKept } = this.parts;
    const body = await blob.arrayBuffer();
    const digest = await sha256(body);
    const seq = this.segment.slices.length;
    const slices = [...this.segment.slices, { digest, bytes: body.byteLength }];
    this.segment = { ...this.segment, slices };
    const slice = { ...place, key: sliceKey(place, seq), seq, from, to, digest, body };
    onKept({ here: await shelf.keep(slice, this.segment) });
  }

  private async close(): Promise<void> {
    if (this.segment.slices.length === 0) return;
    this.segment = { ...this.segment, over: true };
    await this.parts.shelf.keepSegment(this.segment);
    this.parts.onKept({ here: true });
  }
}

/** Begins at the instant that was stamped for both positions, or at once where that has passed. */
export function recordSegment(parts: SegmentParts): RunningSegment {
  const control = new AbortController();
  let tellBegan: (began: boolean) => void = () => undefined;
  const began = new Promise<boolean>((resolve) => {
    tellBegan = resolve;
  });
  const done = new Segment(parts).run(control.signal, () => tellBegan(true)).catch(() => 'failed' as const);
  void done.then(() => tellBegan(false));
  return { done, began, stop: () => control.abort() };
}

/** The browser's own recorder over tracks of the page's one stream. */
export function browserRecorder(
  stream: MediaStream,
  {
    type,
    sound,
    bitsPerSecond,
  }: {
    readonly type: RecordedType;
    readonly sound: boolean;
    readonly bitsPerSecond: number;
  },
): RecorderLike {
  const tracks = [...stream.getVideoTracks(), ...(sound ? stream.getAudioTracks() : [])];
  return new MediaRecorder(new MediaStream(tracks), {
    mimeType: type.mimeType,
    videoBitsPerSecond: bitsPerSecond,
    audioBitsPerSecond: 64_000,
  });
}
