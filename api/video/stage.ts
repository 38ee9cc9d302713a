import type { z } from 'zod';
import type { stage } from '#contract/video';
import { ulid } from '#protocol/text.schema';
import type { CandidateView } from '#protocol/views.schema';

export type Stage = z.infer<typeof stage>;

/**
 * A video stage: of one candidate, for one purpose. Each interview of a sitting (a reopened one is another) has
 * its own, so that nobody lingers in it from before.
 */
export interface StageKey {
  readonly sittingId: string;
  readonly stage: Stage;
  readonly generation: number;
}

export const stageIdOf = ({ sittingId, stage: name, generation }: StageKey): string =>
  `${sittingId}.${name}.${generation}`;

/** Null for what is no stage id. */
export function parseStageId(stageId: string): StageKey | null {
  const [sittingId = '', name, generation = '', ...rest] = stageId.split('.');
  if (rest.length > 0 || !ulid.safeParse(sittingId).success || !/^\d{1,15}$/.test(generation)) return null;
  if (name !== 'waiting' && name !== 'interview') return null;
  return { sittingId, stage: name, generation: Number(generation) };
}

/**
 * The stage of this purpose while it is open: the waiting stage from the second camera on until the interview
 * begins, the interview's while it lasts. Null otherwise: the candidate is out of its earshot.
 */
export function openStage(view: CandidateView | null, name: Stage): StageKey | null {
  if (!view || view.phase === 'over' || view.step === null) return null;
  const { sittingId, step, clock } = view;
  if (step.kind === 'interview') {
    const generation = clock?.startedAt ?? step.startedAt;
    return name === 'interview' ? { sittingId, stage: name, generation } : null;
  }
  return name === 'waiting' && isReceived(view) ? { sittingId, stage: name, generation: 0 } : null;
}

export const isOpen = (view: CandidateView | null, key: StageKey): boolean =>
  openStage(view, key.stage)?.generation === key.generation;

/** Between the first step in which the officer meets candidates and the end of the waiting area. */
function isReceived({ steps, stepId }: CandidateView): boolean {
  const now = steps.findIndex(({ id }) => id === stepId);
  const from = steps.findIndex(({ kind }) => kind === 'cameras' || kind === 'waiting');
  const to = steps.findLastIndex(({ kind }) => kind === 'cameras' || kind === 'waiting');
  return from >= 0 && from <= now && now <= to;
}
