import type { FacePose } from '#protocol/face';

export type FacePhase =
  | { readonly kind: 'finding' }
  /** `index` counts from 0. `poses` are all that this attempt asks, in their order. */
  | { readonly kind: 'challenge'; readonly index: number; readonly poses: readonly FacePose[] }
  /** `ahead`: others being compared before; null when it is this one's turn. */
  | { readonly kind: 'comparing'; readonly ahead: number | null }
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'missing' };

export interface FaceHints {
  readonly light?: 'good' | 'dark' | 'bright';
  readonly distance?: 'good' | 'near' | 'far';
}

/** Where the arrow stands and which part of the rim is lit. The picture is mirrored, so left is left. */
export function rimOf(phase: FacePhase): 'none' | 'left' | 'right' | 'bottom' | 'all' {
  if (phase.kind === 'passed') return 'all';
  if (phase.kind !== 'challenge') return 'none';
  switch (phase.poses[phase.index]) {
    case 'turn-left':
      return 'left';
    case 'turn-right':
      return 'right';
    case 'open-mouth':
      return 'bottom';
    default:
      return 'none';
  }
}
