import type { DecisionRequest, IdentityCaseState } from '../messages';
import { refuse, type Refusal } from '../protocol/refusals';

type Decision = Pick<DecisionRequest, 'verdict' | 'by' | 'receivedAt'>;

/** "Different" wants a second person; whatever he decides then stands, and the first may still take it back. */
export const takeDecision = (state: IdentityCaseState, decision: Decision): IdentityCaseState | Refusal => {
  const { verdict, by, receivedAt } = decision;
  if (state.phase === 'decided') return refuse('ALREADY_DONE', { by: state.decidedBy, at: state.decidedAt });
  if (verdict === 'different' && state.phase === 'open') {
    return { ...state, phase: 'second-person', firstBy: by, verdict };
  }
  if (verdict === 'different' && state.firstBy === by) return refuse('SECOND_PERSON_NEEDED', { by });
  return { ...state, phase: 'decided', verdict, decidedBy: by, decidedAt: receivedAt };
};
