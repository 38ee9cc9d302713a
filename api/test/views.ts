import type { CandidateView } from '#protocol/views.schema';

/** The view of a sitting that stands at its first step. */
export const candidateViewFor = (sittingId: string): CandidateView => ({
  sittingId,
  revision: 1,
  at: Date.now(),
  phase: 'going-on',
  steps: [{ id: 'notice', kind: 'notice', status: 'now', at: Date.now() }],
  stepId: 'notice',
  step: { kind: 'notice', phase: 'reading' },
  clock: null,
  positions: { 1: null, 2: null },
  identity: 'not-yet',
  over: null,
  roomSeq: 0,
});
