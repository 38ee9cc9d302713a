import type { StepMachines } from '#steps/schemas';
import { closingMsAt, deadlineOf, type ClockFace } from '#protocol/clock';
import type { Scene } from '#protocol/machine';

interface Dispatched {
  readonly id: string;
  readonly dispatchedAt: number;
  readonly by: string;
  readonly openedAt: number | null;
}
interface Ending {
  readonly by: string;
  readonly at: number;
  readonly undoUntil: number;
}
export interface InterviewState {
  readonly startedAt: number;
  /** Starts again when the sitting is reopened. */
  readonly clock: ClockFace;
  /** The deadline that was announced as passed; an extension makes it another one. */
  readonly toldAt: number | null;
  readonly ending: Ending | null;
  /** Who took the last ending back, for whoever comes second. */
  readonly undone: { readonly by: string; readonly at: number } | null;
  readonly questions: readonly Dispatched[];
}
export type InterviewScene = Scene<'interview', InterviewState>;

export const deadlineIn = ({ state, around }: InterviewScene): number | null =>
  deadlineOf(state.clock, around.ledger);

export const closingMs = (step: StepMachines['interview']): number => step.closingSeconds * 1_000;

/** The clock with the grace that its next deadline has: longer after an outage. */
export const faceIn = ({ state, around }: InterviewScene): ClockFace => {
  const deadline = deadlineOf(state.clock, around.ledger);
  if (deadline === null) return state.clock;
  const closing = closingMsAt(state.clock, around.ledger, deadline, around.isOutageOpen ?? false);
  return { ...state.clock, closingMs: closing };
};
