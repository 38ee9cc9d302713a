import type { StepBehaviour } from '#protocol/machine';
import { cameras } from './cameras/behaviour';
import { deviceCheck } from './device-check/behaviour';
import { faceCheck } from './face-check/behaviour';
import { interview } from './interview/behaviour';
import { notice } from './notice/behaviour';
import { paper } from './paper/behaviour';
import { pledge } from './pledge/behaviour';
import { proctored } from './proctored/behaviour';
import { recording } from './recording/behaviour';
import type { StepKind } from './schemas';
import { waiting } from './waiting/behaviour';

/** The registry of what a step kind does: one line a kind (the other registry is `schemas.ts`). */
const behaviours = {
  notice,
  pledge,
  'device-check': deviceCheck,
  'face-check': faceCheck,
  cameras,
  waiting,
  interview,
  paper,
  recording,
  proctored,
} as const satisfies { [K in StepKind]: StepBehaviour<K, unknown> };

export type StepState = ReturnType<(typeof behaviours)[StepKind]['enter']>['state'];

/**
 * The behaviour of a kind, for the one caller that has matched step, state and command by that kind before:
 * TypeScript cannot see that the three belong together.
 */
export const behaviourOf = (kind: StepKind) => behaviours[kind] as StepBehaviour<StepKind, StepState>;
