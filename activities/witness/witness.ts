import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { bookOutages, type BookParts } from './book';
import { noticeOutages } from './notice';

const EVERY_MS = 5_000;
/** At its start a witness looks as far back as heartbeats are kept, afterwards over the last minute. */
const AT_START_MS = 14 * 24 * 3_600_000;
const OVERLAP_MS = 60_000;

interface WitnessParts extends BookParts {
  readonly database: () => Promise<DataSource>;
  readonly logger: Logger;
}

/**
 * Finds outages of ours in the heartbeats and gives them back. The rows are the truth: what one round could not do,
 * the next one does, here or in another worker.
 */
export const createWitness = ({ database, logger, ...parts }: WitnessParts) => {
  const looked = { since: parts.clock() - AT_START_MS };
  const round = async (): Promise<void> => {
    const source = await database();
    const now = parts.clock();
    const noticed = await noticeOutages(source, looked.since, now);
    looked.since = now - OVERLAP_MS;
    const booked = await bookOutages(source, parts);
    if (noticed + booked > 0) logger.warn({ noticed, booked }, 'an outage of ours is given back');
  };
  return { round };
};

export const startWitness = (parts: WitnessParts) => {
  const { round } = createWitness(parts);
  const state = { busy: false };
  const turn = async (): Promise<void> => {
    if (state.busy) return;
    state.busy = true;
    await round().catch((error: unknown) =>
      parts.logger.warn({ err: error }, 'outages are not looked for; the next round repeats it'),
    );
    state.busy = false;
  };
  const timer = setInterval(() => void turn(), EVERY_MS);
  const stop = async () => clearInterval(timer);
  return { stop };
};
