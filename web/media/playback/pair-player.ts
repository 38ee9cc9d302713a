import { clipAt, type Clip, type Film } from './clips';

export interface PlayState {
  readonly playing: boolean;
  readonly atMs: number;
  readonly rate: number;
  /** It waits for a picture. */
  readonly waiting: boolean;
  readonly failed: boolean;
}

/** What of a `<video>` is used here; tests stand in for it. */
export interface Screen {
  currentTime: number;
  playbackRate: number;
  src: string;
  readonly paused: boolean;
  readonly readyState: number;
  readonly error: unknown;
  play(): Promise<void>;
  pause(): void;
}

interface Seat {
  readonly screen: Screen;
  readonly clips: readonly Clip[];
  clip: Clip | null;
  /** Where a new file was to be begun, until its first picture is there. */
  seekTo: number | null;
}

/** Further apart than this is jumped over; less is caught up with by a little speed. */
const JUMP_S = 0.6;
const NOTICEABLE_S = 0.06;
const CATCH_UP = 0.06;
/** HAVE_CURRENT_DATA */
const HAS_PICTURE = 2;

/**
 * Plays the films of both positions by one clock. The clock stands still while a picture is not there, so that
 * neither position runs ahead of the other.
 */
export class PairPlayer {
  private readonly listeners = new Set<() => void>();
  private seats: readonly Seat[] = [];
  private shown: PlayState = { playing: false, atMs: 0, rate: 1, waiting: false, failed: false };
  private last = 0;

  constructor(
    private readonly lengthMs: number,
    private readonly now: () => number,
  ) {}

  readonly state = (): PlayState => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  seat(films: readonly Film[], screens: ReadonlyMap<number, Screen>): void {
    this.seats = films.flatMap(({ position, clips }) => {
      const screen = screens.get(position);
      return screen ? [{ screen, clips, clip: null, seekTo: null }] : [];
    });
    this.tick();
  }

  play(): void {
    this.last = this.now();
    const atMs = this.shown.atMs >= this.lengthMs ? 0 : this.shown.atMs;
    this.become({ playing: true, atMs });
    this.tick();
  }

  pause(): void {
    this.become({ playing: false, waiting: false });
    this.tick();
  }

  seek(atMs: number): void {
    this.become({ atMs: Math.min(this.lengthMs, Math.max(0, atMs)) });
    this.seats.forEach((seat) => this.place(seat, true));
  }

  setRate(rate: number): void {
    this.become({ rate });
    this.tick();
  }

  /** To be called several times a second. */
  readonly tick = (): void => {
    const { playing, atMs, rate } = this.shown;
    const now = this.now();
    const passed = now - this.last;
    this.last = now;
    const active = this.seats.filter(({ clips }) => clipAt(clips, atMs));
    const waiting = active.some(({ screen, clip }) => clip !== null && screen.readyState < HAS_PICTURE);
    const failed = this.seats.some(({ screen, clip }) => clip !== null && Boolean(screen.error));
    if (playing && !waiting) {
      const next = Math.min(this.lengthMs, atMs + passed * rate);
      this.become({ atMs: next, playing: next < this.lengthMs });
    }
    if (waiting !== this.shown.waiting || failed !== this.shown.failed) this.become({ waiting, failed });
    this.seats.forEach((seat) => this.place(seat, false));
  };

  private become(next: Partial<PlayState>): void {
    this.shown = { ...this.shown, ...next };
    this.listeners.forEach((listener) => listener());
  }

  private place(seat: Seat, isJump: boolean): void {
    const { atMs, playing, rate, waiting } = this.shown;
    const { screen } = seat;
    const clip = clipAt(seat.clips, Math.min(atMs, this.lengthMs - 1));
    if (!clip) {
      screen.pause();
      return;
    }
    const target = (clip.fileMs + atMs - clip.fromMs) / 1_000;
    if (clip.url !== seat.clip?.url) {
      screen.src = clip.url;
      seat.seekTo = target;
    }
    seat.clip = clip;
    const behind = target - screen.currentTime;
    const isFar = isJump || Math.abs(behind) > JUMP_S;
    // A file without its first picture yet does not know where it is.
    if (screen.readyState === 0) seat.seekTo = target;
    else if (seat.seekTo !== null || isFar) {
      screen.currentTime = target;
      seat.seekTo = null;
    }
    const isOff = Math.abs(behind) > NOTICEABLE_S && !isFar;
    screen.playbackRate = rate * (isOff ? 1 + Math.sign(behind) * CATCH_UP : 1);
    const shouldPlay = playing && !waiting;
    if (shouldPlay && screen.paused) void screen.play().catch(() => undefined);
    if (!playing && !screen.paused) screen.pause();
  }
}
