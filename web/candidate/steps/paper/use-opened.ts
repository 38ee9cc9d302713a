import { useEffect } from 'react';
import type { StepViews } from '#steps/schemas';
import { useSitting } from '../../sitting/sitting-context';

/** Tells the server that the paper is before the candidate's eyes, once: the invigilator sees who has it. */
export function useOpened(step: StepViews['paper'], isHere: boolean): void {
  const { view, ask } = useSitting();
  const stepId = view?.stepId ?? null;
  const isUnseen = isHere && step.phase === 'open' && step.openedAt === null;
  useEffect(() => {
    if (isUnseen && stepId) void ask({ kind: 'step', stepId, command: { name: 'paper.open' } });
  }, [isUnseen, stepId, ask]);
}
