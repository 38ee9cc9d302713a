import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { CandidateView } from '#protocol/views.schema';
import { within } from '../deadline';

const REDIS_MS = 500;
const KEEP_MS = 15 * 60_000;
const key = (sittingId: string) => `latest-view:${sittingId}`;

const NOTE = `
local kept = redis.call('GET', KEYS[1])
if kept and tonumber(string.match(kept, '^%d+')) >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1`;

/**
 * Views as they came back with answers to commands: some ms ahead of the projection, and all there is while
 * MariaDB is away.
 */
export function createLatestViews(redis: Redis, logger: Logger) {
  const note = async (view: CandidateView): Promise<void> => {
    const noting = redis.eval(NOTE, 1, key(view.sittingId), view.revision, JSON.stringify(view), KEEP_MS);
    await within(REDIS_MS, noting).catch((error: unknown) =>
      logger.warn({ err: error }, 'a view is not kept; the projection has it soon'),
    );
  };
  const read = async (sittingId: string): Promise<CandidateView | null> => {
    const kept = await within(REDIS_MS, redis.get(key(sittingId))).catch(() => null);
    return kept ? (JSON.parse(kept.slice(kept.indexOf(' ') + 1)) as CandidateView) : null;
  };
  return { note, read };
}
export type LatestViews = ReturnType<typeof createLatestViews>;
