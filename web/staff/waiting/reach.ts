import type { ConsoleRow } from '#protocol/live.schema';
import { groupOf, silent } from '../console/row-state';

/** Whether a talk with a candidate can begin now; keys of `staff.stage.reach`. */
export type Reach = 'free' | 'taken' | 'too-early' | 'silent' | 'absent' | 'inside' | 'over';

/** Candidates are received from the second camera's step to the end of the waiting area. */
function received(row: ConsoleRow): boolean {
  const view = row.staff?.view;
  if (!view) return false;
  const now = view.steps.findIndex(({ id }) => id === view.stepId);
  const meets = ({ kind }: { readonly kind: string }): boolean => kind === 'cameras' || kind === 'waiting';
  const from = view.steps.findIndex(meets);
  return from >= 0 && from <= now && now <= view.steps.findLastIndex(meets);
}

export function reachOf(row: ConsoleRow, staffId: string): Reach {
  const group = groupOf(row);
  if (group === 'absent' || group === 'inside' || group === 'over') return group;
  if (!received(row)) return 'too-early';
  if (row.talkingWith && row.talkingWith.staffId !== staffId) return 'taken';
  return silent(row.presence[1]) ? 'silent' : 'free';
}
