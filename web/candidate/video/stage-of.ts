import { hasFallenBack, openStageOf } from '#protocol/video';
import type { CandidateView } from '#protocol/views.schema';

/** A stage, and what makes it another one: each interview of a sitting has its own, and so has each provider. */
export interface StageWish {
  readonly stage: 'waiting' | 'interview';
  readonly key: string;
}

/** The stage that is open to a candidate's devices now: from the second camera to the waiting area, then the exam room. */
export function stageOf(view: CandidateView | null): StageWish | null {
  const open = openStageOf(view);
  if (!view || !open) return null;
  const parts = [view.sittingId, open.stage, ...(open.generation ? [open.generation] : [])];
  return { stage: open.stage, key: [...parts, ...(hasFallenBack(view, open) ? ['direct'] : [])].join('.') };
}
