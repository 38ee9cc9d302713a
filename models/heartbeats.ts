import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { ProcessHeartbeat } from './process-heartbeat';

const everyMs = 5_000;

/**
 * Writes a row every 5 s while this process can do its work: where rows are missing, it, its database or what it asks
 * was away, and an outage of ours is given back to the candidates. Failing to write is what it is for, so it is never
 * more than a warning.
 */
export const startHeartbeats = ({
  database,
  role,
  isWell,
  clock,
  logger,
}: {
  readonly database: () => Promise<DataSource>;
  readonly role: 'api' | 'worker' | 'vision';
  /** Rejects while what this process asks for everything is away. */
  readonly isWell?: () => Promise<unknown>;
  readonly clock: () => number;
  readonly logger: Logger;
}) => {
  const source = `${role}:${ulid()}`;
  const state = { busy: false };

  const beat = async () => {
    await isWell?.();
    const rows = (await database()).getRepository(ProcessHeartbeat);
    await rows.insert({ source, at: clock() });
  };
  const tick = async () => {
    if (state.busy) return;
    state.busy = true;
    await beat().catch((error: unknown) => logger.warn({ err: error }, 'heartbeat not written'));
    state.busy = false;
  };
  const timer = setInterval(() => void tick(), everyMs);
  void tick();
  /** With a last beat, so that a short stop on purpose is as short in the record. */
  const stop = async () => {
    clearInterval(timer);
    await tick();
  };
  return { source, stop };
};
