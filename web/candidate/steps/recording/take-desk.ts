import type { PositionPresence } from '#protocol/live.schema';
import type { CandidateView } from '#protocol/views.schema';
import type { BreakCause } from '#steps/recording/schema';
import type { StepCommands } from '#steps/schemas';
import type { RecordedType } from '../../../media/recorder/media-type';
import { recordSegment, type RecorderLike } from '../../../media/recorder/segment-recorder';
import { segmentKey, type SliceShelf } from '../../../media/recorder/slice';
import type { RecorderBox } from './recorder-status';
import { hasOpenGap, isLate, isSilent, recordingIn, runOf, type Run } from './run-of';

export type DeskCause = Extract<BreakCause, 'reload' | 'camera' | 'position-lost' | 'taken-over'>;

export interface DeskParts {
  readonly sittingId: string;
  readonly position: 1 | 2;
  readonly epoch: number;
  readonly shelf: SliceShelf;
  /** Segments whose recorder lives in this page. */
  readonly mine: Set<string>;
  /** There is something to send. */
  readonly wake: () => void;
  readonly box: RecorderBox;
  readonly serverNow: () => number;
  readonly steadyNow: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly openCamera: () => Promise<MediaStream | null>;
  /** Null where this browser cannot record. */
  readonly type: RecordedType | null;
  readonly make: (stream: MediaStream, type: RecordedType, sound: boolean) => RecorderLike;
  /** Numbers of this position's segments that the server knows. */
  readonly serverSegments: (takeId: string) => Promise<readonly number[]>;
  readonly ask: (command: StepCommands['recording']) => void;
  readonly breakTake: (takeId: string, cause: DeskCause, signal: AbortSignal) => Promise<void>;
  readonly tick: () => void;
}

/** What the desk acts on; told again whenever any of it changes. */
export interface Heard {
  readonly view: CandidateView | null;
  readonly stream: MediaStream | null;
  /** The camera was pulled out or taken away. */
  readonly isCameraGone: boolean;
  readonly second: PositionPresence | null;
}

interface Now {
  readonly key: string;
  readonly run: Run;
  readonly control: AbortController;
  /** Null while nothing is recorded: the take is given up. */
  segment: AbortController | null;
  stream: MediaStream | null;
  /** Everything that was recorded is kept. */
  kept: Promise<unknown>;
}

/** Two soft ticks before it begins: the sign is heard, but not recorded. */
const TICKS_BEFORE_MS = [900, 450] as const;
/** What an earlier page kept is brought home for so long before its take is ended: it ends with what the server knows. */
const BRING_HOME_MS = 10_000;
const LOOK_MS = 250;

const keyOf = ({ takeId, span }: Run): string => `${takeId}/${span}`;

/** Records for one position what the view says, and tells the server what the view cannot know. */
export class TakeDesk {
  private now: Now | null = null;
  private heard: Heard | null = null;
  private told: string | null = null;

  constructor(private readonly parts: DeskParts) {}

  hear(heard: Heard): void {
    this.heard = heard;
    const run = runOf(heard.view, this.parts.position);
    if ((run && keyOf(run)) !== (this.now?.key ?? null)) {
      this.leave();
      if (run) this.enter(run);
    } else if (this.now?.segment) this.follow(this.now, heard);
    this.watchSecond(heard);
  }

  close(): void {
    this.leave();
  }

  private get isFirst(): boolean {
    return this.parts.position === 1;
  }

  private leave(): void {
    if (!this.now) return;
    const wasRecording = this.now.segment !== null;
    this.now.segment?.abort();
    this.now.control.abort();
    this.now = null;
    this.parts.box.become({ run: 'none' });
    if (wasRecording && this.isFirst) this.parts.tick();
  }

  private enter(run: Run): void {
    const { serverNow, box } = this.parts;
    const now: Now = {
      ...{ key: keyOf(run), run, control: new AbortController() },
      ...{ segment: null, stream: this.heard?.stream ?? null },
      kept: Promise.resolve(),
    };
    this.now = now;
    // A page that comes to a take which is under way did not record its beginning: it came back.
    if (this.isFirst && isLate(run, serverNow())) return void this.giveUp(now, null);
    box.become({ run: 'counting', takeId: run.takeId });
    if (this.isFirst) for (const before of TICKS_BEFORE_MS) void this.tickAt(run.alignAt - before, now);
    void this.endAt(now);
    void this.record(now);
  }

  /** Another camera of the same device is another run of its recorder; a lost one ends the first position's take. */
  private follow(now: Now, { stream, isCameraGone }: Heard): void {
    if (isCameraGone && this.isFirst) return void this.giveUp(now, 'camera');
    if (!stream || stream === now.stream) return;
    const isOther = now.stream !== null;
    now.stream = stream;
    if (!isOther) return;
    now.segment?.abort();
    void this.record(now);
  }

  private async tickAt(at: number, { control }: Now): Promise<void> {
    const { serverNow, wait, tick } = this.parts;
    const ms = at - serverNow();
    if (ms <= 0) return;
    await wait(ms, control.signal);
    if (!control.signal.aborted) tick();
  }

  /** At its full length both positions stop by themselves; the first one says so. */
  private async endAt(now: Now): Promise<void> {
    const { serverNow, wait, ask } = this.parts;
    const { run, control } = now;
    while (!control.signal.aborted && serverNow() < run.endsAt)
      await wait(run.endsAt - serverNow(), control.signal);
    if (control.signal.aborted || !now.segment) return;
    now.segment.abort();
    if (this.isFirst) ask({ name: 'recording.stop', takeId: run.takeId });
  }

  private async record(now: Now): Promise<void> {
    const { parts } = this;
    const { run } = now;
    const control = new AbortController();
    now.segment = control;
    const stream = this.heard?.stream ?? (await parts.openCamera());
    if (control.signal.aborted || now.control.signal.aborted) return;
    now.stream = stream;
    if (!parts.type || !stream) return this.fail(now);
    const { type } = parts;
    const segment = await this.nextSegment(run);
    if (control.signal.aborted || now.control.signal.aborted) return;
    const { sittingId, position, epoch, shelf } = parts;
    const { takeId, span, alignAt, sound } = run;
    const place = { sittingId, takeId, position, span, segment, epoch, type: type.type };
    parts.mine.add(segmentKey(place));
    const running = recordSegment({
      ...{ place, shelf, alignAt, wait: parts.wait },
      ...{ serverNow: parts.serverNow, steadyNow: parts.steadyNow },
      make: () => parts.make(stream, type, sound),
      onKept: ({ here }) => this.kept(here),
    });
    control.signal.addEventListener('abort', running.stop);
    void running.began.then(
      (began) => began && !control.signal.aborted && parts.box.become({ run: 'recording' }),
    );
    now.kept = running.done;
    const outcome = await running.done;
    if (outcome === 'failed' && !control.signal.aborted) this.fail(now);
  }

  private kept(here: boolean): void {
    const { box, wake } = this.parts;
    if (here !== box.state().keptHere) box.become({ keptHere: here });
    wake();
  }

  /** After those of this page, of earlier pages and of other devices. */
  private async nextSegment(run: Run): Promise<number> {
    const { shelf, sittingId, position, mine, serverNow, serverSegments } = this.parts;
    const prefix = `${sittingId}/${run.takeId}/${position}/`;
    const numbers = (keys: readonly string[]): number[] =>
      keys.filter((key) => key.startsWith(prefix)).map((key) => Number(key.slice(prefix.length)));
    const own = numbers([...mine]);
    const here = [...own, ...numbers((await shelf.segments(sittingId)).map(({ key }) => key))];
    const isNew = run.span === 1 && !isLate(run, serverNow());
    const there = own.length > 0 || isNew ? [] : await serverSegments(run.takeId);
    return Math.max(0, ...here, ...there) + 1;
  }

  private fail(now: Now): void {
    this.parts.box.become({ run: 'failed' });
    if (this.isFirst) void this.giveUp(now, 'camera');
    else now.segment = null;
  }

  /** The take ends where the server's last slice of it does: so everything that is kept is sent before. */
  private async giveUp(now: Now, cause: 'camera' | null): Promise<void> {
    const { box, shelf, sittingId, wake, wait, breakTake } = this.parts;
    const { run, control } = now;
    now.segment?.abort();
    now.segment = null;
    if (cause === null) box.become({ run: 'recovering', takeId: run.takeId });
    await now.kept;
    const isOwn = (await shelf.segments(sittingId)).some(({ takeId }) => takeId === run.takeId);
    wake();
    for (let waited = 0; waited < BRING_HOME_MS && !control.signal.aborted; waited += LOOK_MS) {
      if ((await shelf.waiting(sittingId)).length === 0) break;
      await wait(LOOK_MS, control.signal);
    }
    if (control.signal.aborted) return;
    await breakTake(run.takeId, cause ?? (isOwn ? 'reload' : 'taken-over'), control.signal);
  }

  /** Position 1 marks when the other device falls silent in a take, and when it is back. */
  private watchSecond({ view, second }: Heard): void {
    const step = recordingIn(view);
    if (!this.isFirst || !this.now || step?.phase !== 'recording' || !step.positions.includes(2)) return;
    const silent = isSilent(second);
    const { takeId } = step;
    const tell = `${this.now.key}/${String(silent)}`;
    if (silent === null || silent === hasOpenGap(step, 2) || tell === this.told) return;
    this.told = tell;
    // Where the flow holds the take, it is gone on with when both record again.
    if (silent && step.pause) void this.parts.breakTake(takeId, 'position-lost', this.now.control.signal);
    else this.parts.ask({ name: silent ? 'recording.silent' : 'recording.back', takeId, position: 2 });
  }
}
