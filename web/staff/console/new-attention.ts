import type { ConsoleRow, RoomVideoState } from '#protocol/live.schema';
import { attention, type Look, type RowCode } from './row-state';

/** Comes and goes with the network: shown, but not worth a sound. */
const quiet: readonly RowCode[] = ['second-camera-weak'];

/** What wants somebody now, each thing of each candidate once. */
export function attentionKeys(
  rows: readonly ConsoleRow[],
  look: (row: ConsoleRow) => Look,
): ReadonlySet<string> {
  const keys = rows.flatMap((row) =>
    attention(row, look(row))
      .filter(({ code }) => !quiet.includes(code))
      .map(({ code, count }) => `${row.sittingId} ${code} ${count ?? ''}`),
  );
  return new Set(keys);
}

/** The alarm of the room's video, which everybody at a console hears: once for each, also when its cause changes. */
export const videoKeys = (video: RoomVideoState | null): readonly string[] =>
  video?.alarm ? [`video ${video.alarm} ${video.since ?? ''}`] : [];

/** Something has come that was not there before. What went away is no news. */
export const hasNew = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean =>
  [...now].some((key) => !before.has(key));
