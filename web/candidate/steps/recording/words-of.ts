import type { RecordedTake } from '#contract/takes';
import type { RecordingView, Take } from '#steps/recording/schema';
import { elapsed } from '../../../i18n/times';
import type { RecorderStatus } from './recorder-status';

export type Shown = RecordingView['questions'][number];

/** Ms recorded before the span `n`. */
export function beforeSpan(take: Take, n: number): number {
  return take.spans
    .filter((span) => span.n < n)
    .reduce((ms, { beganAt, stoppedAt }) => ms + Math.max(0, (stoppedAt ?? beganAt) - beganAt), 0);
}

/** Ms of the take that the server has without a gap from this device; null: nothing of the present span yet. */
export function savedMs(take: Take | null, { uploader }: RecorderStatus): number | null {
  const stored = uploader?.stored;
  if (!take || stored?.takeId !== take.id) return null;
  return beforeSpan(take, stored.span) + stored.to;
}

/** The same of the other device, by what the server says of it. */
export function savedOf(take: Take | null, recorded: RecordedTake | null, position: 1 | 2): string | null {
  const segment = recorded?.positions.find((each) => each.position === position)?.segments.at(-1);
  const last = segment?.slices.findLast(({ bytes, offset }) => bytes === offset);
  if (!take || !segment || !last || recorded?.take.id !== take.id) return null;
  return elapsed(beforeSpan(take, segment.span) + last.to);
}

export interface Sent {
  /** The server has all that this device recorded, and knows that it is all. */
  readonly own: boolean;
  /** What the other device still has to bring; null where it is none of this exam's. */
  readonly second: boolean | null;
}

/** Whether what was recorded of a take has arrived whole. */
export function sentOf(step: RecordingView, recorded: RecordedTake | null, status: RecorderStatus): Sent {
  const complete = (position: 1 | 2): boolean =>
    recorded?.positions.find((each) => each.position === position)?.segments.every((each) => each.complete) ??
    false;
  const waits = (status.uploader?.waiting ?? 0) + (status.uploader?.undeclared ?? 0);
  const second = step.positions.includes(2) ? complete(2) : null;
  return { own: waits === 0 && (!step.positions.includes(1) || complete(1)), second };
}

/** The take that the phase speaks of. */
export function takeIn(step: RecordingView): Take | null {
  const id = 'takeId' in step ? step.takeId : null;
  return step.takes.find((take) => take.id === id) ?? null;
}

export const shownIn = (step: RecordingView): Shown | null =>
  step.questions.find(({ status }) => status === 'now') ?? step.questions.at(-1) ?? null;

/** After this question nothing is left to answer. */
export const isLast = ({ questions }: RecordingView): boolean =>
  questions.filter(({ sealed }) => sealed === null).length <= 1;
