import type { Logger } from 'pino';
import { LessThan, type DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { ProcessHeartbeat } from './process-heartbeat';

const everyMs = 5_000;
/** Longer than an exam and the argument about it. */
const keptMs = 14 * 24 * 3_600_000;
const beatsPerSweep = 720;

/**
 * Writes a row every 5 s: where rows are missing, this process or its database was away, and an outage of ours can be
 * given back to the candidates. Failing to write is what it is for, so it is never more than a warning.
 */
export const startHeartbeats = ({
  database,
  role,
  clock,
  logger,
}: {
  readonly database: () => Promise<DataSource>;
  readonly role: 'api' | 'worker';
  readonly clock: () => number;
  readonly logger: Logger;
}) => {
  const source = `${role}:${ulid()}`;
  const state = { beats: 0, busy: false };

  const beat = async () => {
    const rows = (await database()).getRepository(ProcessHeartbeat);
    await rows.insert({ source, at: clock() });
    if (state.beats % beatsPerSweep === 0) await rows.delete({ at: LessThan(clock() - keptMs) });
    state.beats += 1;
  };
  const tick = async () => {
    if (state.busy) return;
    state.busy = true;
    await beat().catch((error: unknown) => logger.warn({ err: error }, 'heartbeat not written'));
    state.busy = false;
  };
  const timer = setInterval(() => void tick(), everyMs);
  void tick();
  return { source, stop: () => clearInterval(timer) };
};
