import type { SittingInput } from '../messages';
import type { Moment } from '../protocol/machine';
import { runOut, takeDeadline } from './commands';
import { behaviourIn, sceneOf, type Change, type SittingState } from './state';

/** After the exam's end an ended sitting can still be reopened for so long. */
const LINGER_MS = 60 * 60_000;
/** A sitting that nobody ended is closed so long after the exam's end. */
const RUN_OUT_MS = 12 * 60 * 60_000;

/** While an outage of ours is unbooked a deadline is looked at again after so long, then twice as long each time. */
const LOOK_AGAIN_MS = 5_000;
const LOOK_AGAIN_AT_MOST_MS = 300_000;

interface Due {
  /** The instant that counts. */
  readonly at: number;
  /** When to act on it: later where it is held. */
  readonly actAt: number;
  readonly of: 'step' | 'sitting' | 'linger';
}
const due = (at: number, of: Due['of']): Due => ({ at, actAt: at, of });

type TakeDue = (state: SittingState, moment: Moment) => Change;

/** What the sitting waits for; timers only collect, the instants themselves judge. */
export class Deadlines {
  lingered = false;
  /** A deadline whose behaviour left it standing: called again it would spin. */
  private passed: number | null = null;
  private held: { readonly until: number; readonly ms: number } | null = null;

  constructor(private readonly input: SittingInput) {}

  next(state: SittingState): Due {
    const { closesAt } = this.input;
    if (state.over) return due(Math.max(closesAt, state.over.at) + LINGER_MS, 'linger');
    const last = due(closesAt + RUN_OUT_MS, 'sitting');
    const at = behaviourIn(this.input, state).deadline(sceneOf(this.input, state));
    if (at === null || at === this.passed || at > last.at) return last;
    return { at, actAt: Math.max(at, this.held?.until ?? 0), of: 'step' };
  }

  isHeld(): boolean {
    return this.held !== null;
  }

  hold(): void {
    const ms = Math.min(LOOK_AGAIN_AT_MOST_MS, this.held ? this.held.ms * 2 : LOOK_AGAIN_MS);
    this.held = { until: Date.now() + ms, ms };
  }

  release(): void {
    this.held = null;
  }

  meet(state: SittingState, act: (due: number, take: TakeDue) => void): void {
    const next = this.next(state);
    if (next.actAt > Date.now()) return;
    if (next.of === 'linger') this.lingered = true;
    if (next.of === 'sitting') act(next.at, (now, moment) => runOut(this.input, now, moment));
    if (next.of === 'step') {
      this.passed = next.at;
      act(next.at, (now, moment) => takeDeadline(this.input, now, moment));
    }
  }
}
