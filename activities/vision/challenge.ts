import type { Challenge, FacePose } from '#protocol/face';
import type { Thresholds } from './manifest.schema';
import type { Pose } from './pose';

/**
 * What a head is doing, compared with how it looks straight ahead. `null` between two poses. Left and right are the
 * candidate's own: in an un-mirrored picture a head turned to its left shows its nose further to the right.
 */
export function poseShown(pose: Pose, front: Pose, limits: Thresholds['pose']): FacePose | null {
  const turned = turnShown(pose.yaw, front.yaw, limits);
  if (turned) return turned;
  if (Math.abs(pose.yaw) > limits.turnYaw) return null;
  if (pose.mouthOpen >= limits.mouthOpen && pose.mouthOpen - front.mouthOpen >= limits.mouthOpenBy)
    return 'open-mouth';
  return Math.abs(pose.yaw) <= limits.frontYaw ? 'front' : null;
}

function turnShown(yaw: number, front: number, limits: Thresholds['pose']): Challenge | null {
  if (yaw >= limits.turnYaw && yaw - front >= limits.turnBy) return 'turn-left';
  if (yaw <= -limits.turnYaw && front - yaw >= limits.turnBy) return 'turn-right';
  return null;
}

/**
 * What the pictures of one step show, in their order. A step begins where the one before it ended, so the movement
 * asked before may be seen first; any other movement that was asked elsewhere, or the opposite turn, is out of order.
 */
export function stepShown(
  shown: readonly (FacePose | null)[],
  step: {
    readonly asked: Challenge;
    readonly before: Challenge | null;
    readonly elsewhere: readonly Challenge[];
  },
): 'done' | 'missed' | 'out-of-order' {
  const foreign = new Set<FacePose | null>([...step.elsewhere, ...oppositeOf(step.asked)]);
  const first = shown.indexOf(step.asked);
  const outOfOrder = shown.some((pose, index) => {
    if (pose === step.asked || !foreign.has(pose)) return false;
    return pose !== step.before || (first >= 0 && index > first);
  });
  if (outOfOrder) return 'out-of-order';
  return first >= 0 ? 'done' : 'missed';
}

function oppositeOf(asked: Challenge): Challenge[] {
  switch (asked) {
    case 'turn-left':
      return ['turn-right'];
    case 'turn-right':
      return ['turn-left'];
    case 'open-mouth':
      return [];
  }
}
