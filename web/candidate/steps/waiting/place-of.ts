import type { Surroundings } from '#protocol/live.schema';
import type { StepViews } from '#steps/schemas';
import type { Place } from '../../../ui/QueuePlace';

/** What the card says of the place in the queue; null while it is not known. */
export function placeOf(view: StepViews['waiting'], around: Surroundings | null): Place | null {
  if (view.phase === 'invited') return { kind: 'turn' };
  if (view.phase === 'away') return { kind: 'away', until: view.until };
  if (!around?.queue) return null;
  const { ahead, total, estimateMs } = around.queue;
  const occupied = around.room.somebodyInside;
  if (ahead === 0) return { kind: 'next' };
  return {
    kind: 'waiting',
    ahead,
    behind: Math.max(0, total - ahead - 1),
    occupied,
    waitMinutes: estimateMs === null ? null : Math.round(estimateMs / 60_000),
  };
}
