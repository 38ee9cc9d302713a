import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { ProcessHeartbeat } from '#models/process-heartbeat';

/** How often a sign of life is written: a gap is an outage of ours, credited to those it hit. */
export const BEAT_MS = 5_000;

/** Writes a row every few seconds until ended. */
export function startHeartbeat(
  dataSource: DataSource,
  source: string,
  clock: () => number,
  logger: Logger,
): () => void {
  const beat = () =>
    dataSource
      .getRepository(ProcessHeartbeat)
      .insert({ source, at: clock() })
      .catch((error: unknown) => logger.warn({ err: error }, 'no sign of life could be written'));
  void beat();
  const timer = setInterval(() => void beat(), BEAT_MS);
  return () => clearInterval(timer);
}
