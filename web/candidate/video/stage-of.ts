import type { CandidateView } from '#protocol/views.schema';

/** A stage, and what makes it another one: each interview of a sitting has its own. */
export interface StageWish {
  readonly stage: 'waiting' | 'interview';
  readonly key: string;
}

/** The stage that is open to a candidate's devices now: from the second camera to the waiting area, then the exam room. */
export function stageOf(view: CandidateView | null): StageWish | null {
  if (!view || view.phase === 'over' || view.step === null) return null;
  const { steps, step, stepId, sittingId, clock } = view;
  if (step.kind === 'interview') {
    return { stage: 'interview', key: `${sittingId}.interview.${clock?.startedAt ?? step.startedAt}` };
  }
  const meets = ({ kind }: { readonly kind: string }): boolean => kind === 'cameras' || kind === 'waiting';
  const now = steps.findIndex(({ id }) => id === stepId);
  const received = steps.findIndex(meets) <= now && now <= steps.findLastIndex(meets);
  return received && steps.some(meets) ? { stage: 'waiting', key: `${sittingId}.waiting` } : null;
}
