import type { Challenge } from '#protocol/face';
import type { FaceFailure } from './schema';

interface Counted {
  /** Attempts that cost one. */
  readonly used: number;
  /** Keys of the stills of every submitted attempt, for the identity case. */
  readonly stills: readonly string[];
}
interface Notice extends Counted {
  readonly phase: 'notice';
}
export interface Challenged extends Counted {
  readonly phase: 'challenge';
  readonly nonce: string;
  readonly challenges: readonly Challenge[];
  readonly deadlineAt: number;
}
export interface Comparing extends Counted {
  readonly phase: 'comparing';
  readonly nonce: string;
  readonly since: number;
}
interface Failed extends Counted {
  readonly phase: 'failed';
  readonly reason: FaceFailure;
  readonly free: boolean;
}
export type FaceCheckState = Notice | Challenged | Comparing | Failed;

export const counted = ({ used, stills }: FaceCheckState): Counted => ({ used, stills });
