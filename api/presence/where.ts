import type { z } from 'zod';
import type { staffPresent } from '#protocol/live.schema';
import type { Stage } from '../video/stage';
import type { StaffHere } from './staff-here';
import type { Talk } from './talks';

export type StaffPresent = z.infer<typeof staffPresent>;

/** A video stage that a member of staff is on. */
export interface OnStage {
  readonly staffId: string;
  readonly stage: Stage;
}

/** Where in the room each member of staff is: on the interview's stage, with a candidate, or at the console. */
export const whereabouts = (
  here: readonly StaffHere[],
  talks: readonly Talk[],
  stages: readonly OnStage[],
): StaffPresent[] =>
  here.map((staff) => {
    const on = (stage: Stage) =>
      stages.some((each) => each.staffId === staff.staffId && each.stage === stage);
    if (on('interview')) return { ...staff, where: 'exam-room' };
    const receives = on('waiting') || talks.some(({ staffId }) => staffId === staff.staffId);
    return { ...staff, where: receives ? 'waiting-area' : 'console' };
  });
