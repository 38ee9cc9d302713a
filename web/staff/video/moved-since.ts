import type { ConsoleRow } from '#protocol/live.schema';
import { hasFallenBack, openStageOf } from '#protocol/video';

/** Makes a candidate's stage another one when it goes on without its provider: the console then joins it anew. */
export function movedSince(
  rows: readonly ConsoleRow[],
  purpose: 'waiting' | 'interview',
  sittingId: string | null,
): string {
  const view = rows.find((row) => row.sittingId === sittingId)?.staff?.view ?? null;
  const open = openStageOf(view);
  return view && open?.stage === purpose && hasFallenBack(view, open) ? `/${view.video?.since}` : '';
}

interface MovedAlone {
  readonly sittingId: string;
  readonly name: string;
  readonly since: number;
}

/** Candidates whose open stage left its provider because they could not join. */
export const movedAlone = (rows: readonly ConsoleRow[]): MovedAlone[] =>
  rows.flatMap(({ sittingId, name, staff }) => {
    const open = openStageOf(staff?.view ?? null);
    const video = staff?.view.video;
    if (!staff || !open || !video || video.cause !== 'join' || !hasFallenBack(staff.view, open)) return [];
    return [{ sittingId, name, since: video.since }];
  });
