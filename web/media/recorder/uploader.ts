import type { RefusalCode } from '#protocol/refusals';
import { FIRST_PART, nextPartSize, smallerPart, type PartSent } from './part-size';
import type { KeptSegment, KeptSlice, SliceShelf } from './slice';

/**
 * `again`: nobody answered, or not yet; worth repeating. `refused`: this one will never be taken. `stop`: nothing
 * of this page will be: another device has the position, or the session is over.
 */
export type SendOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'stop'; readonly code: 'SUPERSEDED' | 'NOT_SIGNED_IN' };

export interface UploaderParts {
  readonly sittingId: string;
  readonly shelf: SliceShelf;
  readonly send: (
    slice: KeptSlice,
    part: { readonly bytes: number; readonly onPart: (sent: PartSent) => void },
    signal: AbortSignal,
  ) => Promise<SendOutcome>;
  readonly declare: (segment: KeptSegment) => Promise<SendOutcome>;
  /** Waits about so long, less when the network comes back; `attempt` counts failures in a row. */
  readonly wait: (attempt: number, signal: AbortSignal) => Promise<void>;
}

/** The newest slice that the server has: everything before it of its segment is there too. */
export type Stored = Pick<KeptSlice, 'takeId' | 'span' | 'segment' | 'seq' | 'to'>;

export interface UploaderState {
  /** Slices that the server does not have yet. */
  readonly waiting: number;
  /** Segments whose end it does not know yet. */
  readonly undeclared: number;
  readonly stored: Stored | null;
  /** Tries in a row that nobody answered. */
  readonly failures: number;
  readonly stopped: 'SUPERSEDED' | 'NOT_SIGNED_IN' | null;
}

/**
 * After so many noes a slice is set aside, so that the others get through. Two connections that bring the same bytes
 * are a conflict too, and a view that lags behind is a no: so not at the first one.
 */
const MOST_TRIES = 8;

/** Sends what is kept, oldest first, one at a time, until the server has it; only then it is removed here. */
export class SliceUploader {
  private readonly listeners = new Set<() => void>();
  private readonly stop = new AbortController();
  private readonly aside = new Set<string>();
  private readonly tries = new Map<string, number>();
  private part = FIRST_PART;
  private running = false;
  private again = false;
  private shown: UploaderState = {
    waiting: 0,
    undeclared: 0,
    stored: null,
    failures: 0,
    stopped: null,
  };

  constructor(private readonly parts: UploaderParts) {}

  readonly state = (): UploaderState => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Something was kept. */
  readonly wake = (): void => {
    this.again = true;
    void this.run();
  };

  close(): void {
    this.stop.abort();
  }

  private become(next: Partial<UploaderState>): void {
    this.shown = { ...this.shown, ...next };
    this.listeners.forEach((listener) => listener());
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.again && !this.stop.signal.aborted) {
      this.again = false;
      await this.sendAll();
    }
    this.running = false;
  }

  private async sendAll(): Promise<void> {
    for (let left = await this.look(); left; left = await this.look()) {
      const outcome = 'body' in left ? await this.sendSlice(left) : await this.parts.declare(left);
      if (this.stop.signal.aborted) return;
      if (!('body' in left) && outcome.kind === 'stored') await this.parts.shelf.removeSegment(left.key);
      if (outcome.kind === 'stop') {
        this.become({ stopped: outcome.code });
        return this.close();
      }
      await this.settle(left.key, outcome);
    }
  }

  private async settle(key: string, outcome: SendOutcome): Promise<void> {
    if (outcome.kind === 'stored') return this.become({ failures: 0 });
    const tries = (this.tries.get(key) ?? 0) + 1;
    this.tries.set(key, tries);
    // Silence of the network is waited out for ever; a no is not.
    if (outcome.kind === 'refused' && (isFinal(outcome.code) || tries >= MOST_TRIES)) {
      this.aside.add(key);
      return;
    }
    this.become({ failures: this.shown.failures + 1 });
    this.part = smallerPart(this.part);
    await this.parts.wait(this.shown.failures - 1, this.stop.signal);
  }

  /** What is next: the oldest slice, and once a segment's slices are through, its end. */
  private async look(): Promise<KeptSlice | KeptSegment | null> {
    const { shelf, sittingId } = this.parts;
    const keys = (await shelf.waiting(sittingId)).filter((key) => !this.aside.has(key));
    const segments = (await shelf.segments(sittingId)).filter(
      ({ key, over }) => over && !this.aside.has(key),
    );
    if (this.stop.signal.aborted) return null;
    this.become({ waiting: keys.length, undeclared: segments.length });
    const through = segments.find(({ key }) => !keys.some((each) => each.startsWith(`${key}/`)));
    if (through) return through;
    const [first] = keys;
    return first ? ((await shelf.slice(first)) ?? null) : null;
  }

  private async sendSlice(slice: KeptSlice): Promise<SendOutcome> {
    const onPart = (sent: PartSent): void => {
      this.part = nextPartSize(this.part, sent);
    };
    const outcome = await this.parts.send(slice, { bytes: this.part, onPart }, this.stop.signal);
    if (outcome.kind === 'stored') {
      await this.parts.shelf.removeSlice(slice.key);
      const { takeId, span, segment, seq, to } = slice;
      this.become({ stored: { takeId, span, segment, seq, to } });
    }
    return outcome;
  }
}

const finalCodes: readonly RefusalCode[] = ['TOO_LATE', 'TOO_LARGE', 'WRONG_TYPE', 'NOT_ALLOWED'];

const isFinal = (code: RefusalCode): boolean => finalCodes.includes(code);
