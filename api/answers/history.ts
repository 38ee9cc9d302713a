import type { DataSource } from 'typeorm';

/** One revision is kept in about every so many milliseconds of writing, */
const EVERY_MS = 60_000;
/** and so many of a paper: older ones than that are as good as in the later ones. */
const MOST_KEPT = 180;
const MOST_REMEMBERED = 5_000;

/** Keeps answers as they were from time to time; what is sealed is kept always, by the sealing itself. */
export function createHistory(source: DataSource) {
  const last = new Map<string, number>();
  return async (of: { sittingId: string; stepId: string; now: number }): Promise<void> => {
    const { sittingId, stepId, now } = of;
    const name = `${sittingId}/${stepId}`;
    if (now - (last.get(name) ?? 0) < EVERY_MS) return;
    if (last.size >= MOST_REMEMBERED) last.clear();
    last.set(name, now);
    await source.query(
      `INSERT IGNORE INTO answer_revisions (sitting_id, step_id, revision, why, answers, saved_at)
       SELECT sitting_id, step_id, revision, 'autosave', answers, saved_at FROM answer_sheets
       WHERE sitting_id = ? AND step_id = ? AND saved_at IS NOT NULL`,
      [sittingId, stepId],
    );
    await source.query(
      `DELETE FROM answer_revisions WHERE sitting_id = ? AND step_id = ? AND why = 'autosave' AND revision <= (
         SELECT revision FROM (SELECT revision FROM answer_revisions
           WHERE sitting_id = ? AND step_id = ? AND why = 'autosave' ORDER BY revision DESC LIMIT 1 OFFSET ?) AS oldest)`,
      [sittingId, stepId, sittingId, stepId, MOST_KEPT],
    );
  };
}
