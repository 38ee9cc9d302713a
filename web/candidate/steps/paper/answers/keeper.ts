import type { SavedAnswers } from '#contract/answers';
import type { Answer, Answers, AnswerValue } from '#protocol/paper.schema';
import { isPassing, type Refused, type Result } from '../../../../api/result';
import type { AnswerShelf, Flight, KeptAnswers } from './answer-shelf';
import { merge, type Clash } from './merge';

/** How a save ended: the server's revision, or its no. */
export type SaveResult = Result<{ readonly revision: number; readonly savedAt: number }>;

/** `stopped`: the server takes no more (time is up, handed in, another device writes). */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'stopped';

export interface KeeperState {
  readonly answers: Answers;
  readonly state: SaveState;
  readonly savedAt: number | null;
  /** Questions whose newest words the server does not have yet. */
  readonly unsaved: number;
  /** False: this browser keeps nothing itself, only the server does. */
  readonly keptHere: boolean;
  readonly clashes: readonly Clash[];
  readonly refused: Refused | null;
}

interface KeeperParts {
  readonly key: string;
  readonly shelf: AnswerShelf;
  readonly save: (flight: Flight) => Promise<SaveResult>;
  /** Waits about so long, less when the network comes back; `attempt` counts failures in a row. */
  readonly wait: (attempt: number, signal: AbortSignal) => Promise<void>;
  /** Lets a few strokes gather before a save: below the 2 s that are promised. */
  readonly gather: (signal: AbortSignal) => Promise<void>;
  /** The server's clock. */
  readonly now: () => number;
  readonly newId: () => string;
}

const empty = { value: null, marked: false } as const;

function conflictOf(refused: Refused): SavedAnswers | null {
  const saved = refused.no.refused === 'CONFLICT' ? refused.no.details?.saved : undefined;
  return (saved as SavedAnswers | undefined) ?? null;
}

const mayComeBack = ({ no }: Refused): boolean =>
  isPassing(no) || no.refused === 'SLOW_DOWN' || no.refused === 'INTERNAL';

/**
 * Every stroke is in this browser at once and on the server within two seconds, one save after the other. A save that
 * met another page's is merged by question; one that was refused for good leaves everything here.
 */
export class AnswerKeeper {
  private readonly listeners = new Set<() => void>();
  private readonly settling = new Set<(saved: boolean) => void>();
  private readonly stop = new AbortController();
  private kept: KeptAnswers;
  private keptHere = true;
  private state: SaveState = 'saved';
  private refused: Refused | null = null;
  private running = false;
  private shown: KeeperState;

  private constructor(
    private readonly parts: KeeperParts,
    kept: KeptAnswers,
  ) {
    this.kept = kept;
    this.shown = this.look();
  }

  /** Goes on with what an earlier page left here, on top of what the server has now. */
  static async open(parts: KeeperParts, saved: SavedAnswers): Promise<AnswerKeeper> {
    const left = await parts.shelf.get(parts.key);
    const kept: KeptAnswers = left ?? { key: parts.key, saved, flight: null, pending: {}, clashes: [] };
    const keeper = new AnswerKeeper(parts, kept);
    if (left && saved.revision > left.saved.revision) keeper.rebase(saved);
    keeper.keep();
    void keeper.run();
    return keeper;
  }

  readonly current = (): KeeperState => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  write(question: string, value: AnswerValue | null): void {
    this.change(question, { ...(this.shown.answers[question] ?? empty), value });
  }

  mark(question: string, marked: boolean): void {
    this.change(question, { ...(this.shown.answers[question] ?? empty), marked });
  }

  /** Of two versions of one question the candidate takes this one; the other is let go. */
  choose(question: string, answer: Answer): void {
    this.kept = { ...this.kept, clashes: this.kept.clashes.filter((clash) => clash.question !== question) };
    this.change(question, answer);
  }

  /** Resolves true once everything is on the server; false when it takes no more. Waits out the network's silence. */
  settle(): Promise<boolean> {
    if (this.isIdle()) return Promise.resolve(true);
    if (this.isStopped()) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.settling.add(resolve);
      void this.run();
    });
  }

  close(): void {
    this.stop.abort();
  }

  private change(question: string, { value, marked }: Omit<Answer, 'at'>): void {
    const answer = { value, marked, at: Math.round(this.parts.now()) };
    this.kept = { ...this.kept, pending: { ...this.kept.pending, [question]: answer } };
    if (this.state === 'saved') this.state = 'waiting';
    this.keep();
    void this.run();
  }

  private isIdle(): boolean {
    return !this.kept.flight && Object.keys(this.kept.pending).length === 0;
  }

  private isStopped(): boolean {
    return this.state === 'stopped';
  }

  private keep(): void {
    void this.parts.shelf.put(this.kept).then((kept) => {
      if (kept === this.keptHere) return;
      this.keptHere = kept;
      this.tell();
    });
    this.tell();
  }

  private tell(): void {
    this.shown = this.look();
    this.listeners.forEach((listener) => listener());
  }

  private look(): KeeperState {
    const { saved, flight, pending, clashes } = this.kept;
    return {
      answers: { ...saved.answers, ...flight?.changes, ...pending },
      state: this.state,
      savedAt: saved.savedAt,
      unsaved: Object.keys({ ...flight?.changes, ...pending }).length,
      keptHere: this.keptHere,
      clashes,
      refused: this.refused,
    };
  }

  private become(state: SaveState, refused: Refused | null = null): void {
    this.state = state;
    this.refused = refused;
    this.tell();
  }

  private async run(): Promise<void> {
    if (this.running || this.isStopped()) return;
    this.running = true;
    for (let failures = 0; !this.stop.signal.aborted && !this.isIdle();) {
      const flight = this.kept.flight ?? (await this.takeOff());
      this.become(failures > 0 ? 'offline' : 'saving');
      const result = await this.parts.save(flight);
      if (this.stop.signal.aborted || !this.land(flight, result)) break;
      failures = result.ok || conflictOf(result) ? 0 : failures + 1;
      if (failures > 0) await this.parts.wait(failures - 1, this.stop.signal);
    }
    this.running = false;
    if (this.isIdle()) this.become('saved');
    if (this.isIdle() || this.isStopped()) this.tellSettled();
  }

  private tellSettled(): void {
    this.settling.forEach((resolve) => resolve(this.isIdle()));
    this.settling.clear();
  }

  private async takeOff(): Promise<Flight> {
    // Nobody waits for strokes to gather when the paper is being handed in.
    if (this.settling.size === 0) await this.parts.gather(this.stop.signal);
    const flight = {
      saveId: this.parts.newId(),
      base: this.kept.saved.revision,
      changes: this.kept.pending,
    };
    this.kept = { ...this.kept, flight, pending: {} };
    this.keep();
    return flight;
  }

  /** False when nothing more will be taken. */
  private land(flight: Flight, result: SaveResult): boolean {
    if (result.ok) {
      const { revision, savedAt } = result.value;
      const answers = { ...this.kept.saved.answers, ...flight.changes };
      this.kept = { ...this.kept, flight: null, saved: { ...this.kept.saved, revision, savedAt, answers } };
      this.keep();
      return true;
    }
    const refused = { no: result.no, requestId: result.requestId };
    const theirs = conflictOf(refused);
    if (theirs) {
      this.rebase(theirs);
      this.keep();
      return true;
    }
    const passing = mayComeBack(refused);
    this.become(passing ? 'offline' : 'stopped', refused);
    return passing;
  }

  private rebase(theirs: SavedAnswers): void {
    const { saved, flight, pending, clashes } = this.kept;
    const merged = merge({
      before: saved.answers,
      pending: { ...flight?.changes, ...pending },
      theirs: theirs.answers,
    });
    this.kept = {
      ...this.kept,
      saved: theirs,
      flight: null,
      pending: merged.pending,
      clashes: [...clashes, ...merged.clashes],
    };
  }
}
