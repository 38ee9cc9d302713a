import type { CandidateView } from './views.schema';

/**
 * While sheets are photographed and uploaded the phone's own camera program has the camera, and the page may be hidden
 * for it: that device's silence is no fact then.
 */
export const mayBeGone = ({ step }: Pick<CandidateView, 'step'>, position: 1 | 2): boolean =>
  step?.kind === 'paper' &&
  (step.phase === 'photographing' || step.phase === 'uploading') &&
  step.position === position;
