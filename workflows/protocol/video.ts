import type { CandidateView } from './views.schema';

/** A video stage of a sitting: each interview has its own, told by when its clock began; the waiting area's is 0. */
export interface StageMark {
  readonly stage: 'waiting' | 'interview';
  readonly generation: number;
}

/**
 * The one stage that is open to a sitting: the waiting stage from the second camera on until the interview begins,
 * the interview's while it lasts. Null otherwise: the candidate is out of everybody's earshot.
 */
export function openStageOf(view: CandidateView | null): StageMark | null {
  if (!view || view.phase === 'over' || view.step === null) return null;
  const { step, clock } = view;
  if (step.kind === 'interview')
    return { stage: 'interview', generation: clock?.startedAt ?? step.startedAt };
  return isReceived(view) ? { stage: 'waiting', generation: 0 } : null;
}

/** This stage is carried from browser to browser, because the exam's own provider failed on it. */
export const hasFallenBack = ({ video }: CandidateView, { stage, generation }: StageMark): boolean =>
  video?.stage === stage && video.generation === generation;

/** Since when; an order that was given before does not concern it. */
export function openedAt({ steps }: CandidateView, { stage, generation }: StageMark): number {
  if (stage === 'interview') return generation;
  const from = steps.findIndex(meets);
  return steps[from - 1]?.at ?? steps[from]?.at ?? 0;
}

const meets = ({ kind }: { readonly kind: string }): boolean => kind === 'cameras' || kind === 'waiting';

/** Between the first step in which the officer meets candidates and the end of the waiting area. */
function isReceived({ steps, stepId }: CandidateView): boolean {
  const now = steps.findIndex(({ id }) => id === stepId);
  const from = steps.findIndex(meets);
  return from >= 0 && from <= now && now <= steps.findLastIndex(meets);
}
