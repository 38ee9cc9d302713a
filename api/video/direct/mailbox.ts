import type { Redis } from 'ioredis';
import type { Mail } from '#protocol/live.schema';

/** Not acknowledged for this long, signalling is worthless: the peers begin anew. */
const TTL_MS = 120_000;
const MAX_PENDING = 128;
const MAX_BYTES = 48 * 1024;
export const mailLimits = { bytes: MAX_BYTES, pending: MAX_PENDING, ttlMs: TTL_MS } as const;

const keysOf = (stageId: string, peerId: string) =>
  ['order', 'bodies', 'seen'].map((part) => `mail:${stageId}:${peerId}:${part}`);

/** Keeps a letter once, however often it is sent; ids are remembered beyond their acknowledgement. */
const SEND = `
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', ARGV[3] - 2 * ARGV[4])
if redis.call('ZSCORE', KEYS[3], ARGV[1]) then return 'known' end
local old = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('(%d', (ARGV[3] - ARGV[4]) * 1000))
for _, id in ipairs(old) do redis.call('ZREM', KEYS[1], id); redis.call('HDEL', KEYS[2], id) end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[5]) then return 'full' end
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local place = math.max(ARGV[3] * 1000, (tonumber(newest[2] or '0')) + 1)
redis.call('ZADD', KEYS[1], string.format('%d', place), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], 3 * ARGV[4]) end
return 'kept'`;

export type Sent = 'kept' | 'known' | 'full';

/**
 * A letter box for each peer: at least once, in order, until acknowledged. Redis scores hold thousandths of a ms,
 * so that letters of one instant keep their order.
 */
export function createMailbox(redis: Redis, clock: () => number) {
  const send = async (letter: Mail): Promise<Sent> => {
    const keys = keysOf(letter.stageId, letter.to);
    const args = [letter.id, JSON.stringify(letter), clock(), TTL_MS, MAX_PENDING];
    return (await redis.eval(SEND, keys.length, ...keys, ...args)) as Sent;
  };

  /** Letters not acknowledged yet, oldest first. */
  const pending = async (stageId: string, peerId: string): Promise<Mail[]> => {
    const [order = '', bodies = ''] = keysOf(stageId, peerId);
    const ids = await redis.zrangebyscore(order, (clock() - TTL_MS) * 1_000, '+inf');
    if (ids.length === 0) return [];
    const kept = await redis.hmget(bodies, ...ids);
    return kept.flatMap((text) => (text ? [JSON.parse(text) as Mail] : []));
  };

  /** When the oldest letter that still counts was sent; null for an empty box. */
  const waitingSince = async (stageId: string, peerId: string): Promise<number | null> => {
    const [order = ''] = keysOf(stageId, peerId);
    const oldest = (clock() - TTL_MS) * 1_000;
    const [, place] = await redis.zrangebyscore(order, oldest, '+inf', 'WITHSCORES', 'LIMIT', 0, 1);
    return place === undefined ? null : Number(place) / 1_000;
  };

  const acknowledge = async (stageId: string, peerId: string, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const [order = '', bodies = ''] = keysOf(stageId, peerId);
    await redis
      .multi()
      .zrem(order, ...ids)
      .hdel(bodies, ...ids)
      .exec();
  };

  const forget = async (stageId: string, peerId: string): Promise<void> => {
    await redis.del(...keysOf(stageId, peerId));
  };

  return { send, pending, waitingSince, acknowledge, forget };
}
export type Mailbox = ReturnType<typeof createMailbox>;
