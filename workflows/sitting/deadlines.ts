import type { SittingInput } from '../messages';
import type { Moment } from '../protocol/machine';
import { runOut, takeDeadline } from './commands';
import { behaviourIn, sceneOf, type Change, type SittingState } from './state';

/** After the exam's end an ended sitting can still be reopened for so long. */
const LINGER_MS = 60 * 60_000;
/** A sitting that nobody ended is closed so long after the exam's end. */
const RUN_OUT_MS = 12 * 60 * 60_000;

interface Due {
  readonly at: number;
  readonly of: 'step' | 'sitting' | 'linger';
}
type TakeDue = (state: SittingState, moment: Moment) => Change;

/** What the sitting waits for; timers only collect, the instants themselves judge. */
export class Deadlines {
  lingered = false;
  /** A deadline whose behaviour left it standing: called again it would spin. */
  private passed: number | null = null;

  constructor(private readonly input: SittingInput) {}

  next(state: SittingState): Due {
    const { closesAt } = this.input;
    if (state.over) return { at: Math.max(closesAt, state.over.at) + LINGER_MS, of: 'linger' };
    const last: Due = { at: closesAt + RUN_OUT_MS, of: 'sitting' };
    const at = behaviourIn(this.input, state).deadline(sceneOf(this.input, state));
    return at === null || at === this.passed || at > last.at ? last : { at, of: 'step' };
  }

  meet(state: SittingState, act: (due: number, take: TakeDue) => void): void {
    const due = this.next(state);
    if (due.at > Date.now()) return;
    if (due.of === 'linger') this.lingered = true;
    if (due.of === 'sitting') act(due.at, (now, moment) => runOut(this.input, now, moment));
    if (due.of === 'step') {
      this.passed = due.at;
      act(due.at, (now, moment) => takeDeadline(this.input, now, moment));
    }
  }
}
