import type { StepView, StepViews } from '#steps/schemas';

/** A photographed paper that was handed out. */
export type PhotographedView = Exclude<StepViews['paper'], { readonly phase: 'waiting' }>;

/** Pens are down: the camera belongs to whoever photographs. */
export const isPhotographing = ({ phase }: Pick<PhotographedView, 'phase'>): boolean =>
  phase === 'photographing' || phase === 'uploading' || phase === 'collecting';

/** The photographed paper of position 2 that is out by `step`; null for every other view. */
export function photographedOnPhone(step: StepView | null | undefined): PhotographedView | null {
  if (step?.kind !== 'paper' || step.mode !== 'photographed' || step.position !== 2) return null;
  return step.phase === 'waiting' ? null : step;
}

/** The same, once its pens are down. */
export function photographedHere(step: StepView | null | undefined): PhotographedView | null {
  const paper = photographedOnPhone(step);
  return paper && isPhotographing(paper) ? paper : null;
}
