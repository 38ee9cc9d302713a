import { assertNever } from '#protocol/assert-never';
import type { FaceVerdict } from '#protocol/face';
import { event, type EventDraft, type Outcome } from '#protocol/machine';
import type { StepMachines } from '#steps/schemas';
import type { FaceFailure } from './schema';
import { counted, type FaceCheckState } from './state';

type Machine = StepMachines['face-check'];
type IdentityReason = FaceFailure | 'review' | 'by-card';

/** The step passes on, and a person looks: it holds back the result, never the exam. */
export const handOver = (
  step: Machine,
  state: FaceCheckState,
  reason: IdentityReason,
  events: EventDraft[],
): Outcome<FaceCheckState> => ({
  state,
  events,
  effects: [{ kind: 'open-identity-case', reason, decidedBy: step.decidedBy, stills: state.stills }],
  done: 'passed-on',
  identity: { reason, attemptsUsed: state.used },
});

export const fail = (
  step: Machine,
  state: FaceCheckState,
  reason: FaceFailure,
  how: { readonly free: boolean; readonly evidence?: FaceVerdict['evidence'] },
): Outcome<FaceCheckState> => {
  const used = how.free ? state.used : state.used + 1;
  const evidence = how.evidence ?? null;
  return {
    state: { ...counted(state), used, phase: 'failed', reason, free: how.free },
    events: [
      event('face-check.failed', { reason, free: how.free, attemptsLeft: step.attempts - used, evidence }),
    ],
    identity: { attemptsUsed: used },
  };
};

/** A fault of ours costs nothing; the candidate may try again or go on. */
export const fault = (state: FaceCheckState, code: string): Outcome<FaceCheckState> => ({
  state: { ...counted(state), phase: 'failed', reason: 'fault', free: true },
  events: [event('face-check.fault', { code })],
});

export const judge = (
  step: Machine,
  state: FaceCheckState,
  verdict: FaceVerdict,
): Outcome<FaceCheckState> => {
  const { evidence } = verdict;
  switch (verdict.outcome) {
    case 'pass':
      return {
        state,
        events: [event('face-check.passed', { evidence })],
        done: 'done',
        identity: { status: 'passed', attemptsUsed: state.used },
      };
    case 'review':
      return handOver(step, state, 'review', [
        event('face-check.review', { reason: verdict.reason, evidence }),
      ]);
    case 'no-match':
      return fail(step, state, 'no-match', { free: false, evidence });
    case 'unusable':
      return fail(step, state, verdict.reason, { free: false, evidence });
    default:
      return assertNever(verdict);
  }
};
