import type { z } from 'zod';
import type { stage } from '#contract/video';
import { ulid } from '#protocol/text.schema';
import { hasFallenBack, openStageOf } from '#protocol/video';
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
  /** Left its provider: a stage of its own, so that nobody is left behind in the former. */
  readonly fallback?: true;
}

const DIRECT = 'direct';

export const stageIdOf = ({ sittingId, stage: name, generation, fallback }: StageKey): string =>
  [sittingId, name, generation, ...(fallback ? [DIRECT] : [])].join('.');

/** Null for what is no stage id. */
export function parseStageId(stageId: string): StageKey | null {
  const [sittingId = '', name, generation = '', last, ...rest] = stageId.split('.');
  if (rest.length > 0 || !ulid.safeParse(sittingId).success || !/^\d{1,15}$/.test(generation)) return null;
  if (name !== 'waiting' && name !== 'interview') return null;
  if (last !== undefined && last !== DIRECT) return null;
  return { sittingId, stage: name, generation: Number(generation), ...(last && { fallback: true }) };
}

/** The stage of this purpose while it is open, as it is carried now. */
export function openStage(view: CandidateView | null, name: Stage): StageKey | null {
  const open = openStageOf(view);
  if (!view || open?.stage !== name) return null;
  return { sittingId: view.sittingId, ...open, ...(hasFallenBack(view, open) && { fallback: true }) };
}

export const isOpen = (view: CandidateView | null, key: StageKey): boolean => {
  const open = openStage(view, key.stage);
  return open?.generation === key.generation && open.fallback === key.fallback;
};
