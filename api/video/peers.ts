import type { Redis } from 'ioredis';
import { answersOf } from '../live/pipeline-answers';
import type { Peer } from '#protocol/live.schema';
import { parseStageId, stageIdOf, type StageKey } from './stage';

const KEEP_MS = 24 * 3_600_000;
/** A browser without stream and without a word for this long has left. */
const GONE_MS = 45_000;

const stageHash = (stageId: string) => `stage:${stageId}`;
const slotHash = (slot: string) => `stages-of:${slot}`;
const sittingSet = (sittingId: string) => `stages-of-sitting:${sittingId}`;
const aliveKey = (slot: string) => `slot-alive:${slot}`;

/** A peer with the slot that may speak for it. */
export interface SeatedPeer {
  readonly slot: string;
  readonly peer: Peer;
}

/**
 * `<peer> <epoch> <rest>` a slot. The same page keeps its epoch; another page of the slot gets a higher one, also
 * after Redis lost everything, since epochs are no smaller than the seconds of the day.
 */
const SEAT = `
local all = redis.call('HGETALL', KEYS[1])
local mine
for i = 1, #all, 2 do
  if all[i] == ARGV[1] then mine = all[i + 1]
  elseif all[i] ~= '#' and string.match(all[i + 1], '^%S+') == ARGV[2] then return -1 end
end
local epoch
if mine and string.match(mine, '^%S+') == ARGV[2] then epoch = string.match(mine, '^%S+ (%d+)') end
if not epoch then
  local last = tonumber(redis.call('HGET', KEYS[1], '#') or '0')
  epoch = string.format('%d', math.max(last + 1, tonumber(ARGV[4])))
  redis.call('HSET', KEYS[1], '#', epoch)
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. epoch .. ' ' .. ARGV[3])
redis.call('HSET', KEYS[2], ARGV[5], ARGV[2])
redis.call('SADD', KEYS[3], ARGV[5])
redis.call('SET', KEYS[4], '1', 'PX', ARGV[7])
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
return tonumber(epoch)`;

const UNSEAT = `
local mine = redis.call('HGET', KEYS[1], ARGV[1])
if not mine or (ARGV[2] ~= '' and string.match(mine, '^%S+') ~= ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[3])
return 1`;

type Rest = Omit<Peer, 'peerId' | 'epoch'>;
const decode = (slot: string, text: string): SeatedPeer => {
  const [peerId = '', epoch = '0'] = text.split(' ', 2);
  const rest = JSON.parse(text.slice(peerId.length + epoch.length + 2)) as Rest;
  return { slot, peer: { peerId, epoch: Number(epoch), ...rest } };
};

/** Who is on which stage, over all replicas. */
export function createPeers(redis: Redis, clock: () => number) {
  /** The peer as seated; null when another slot of this stage goes by the same id. */
  const seat = async (key: StageKey, slot: string, peerId: string, rest: Rest): Promise<Peer | null> => {
    const stageId = stageIdOf(key);
    const keys = [stageHash(stageId), slotHash(slot), sittingSet(key.sittingId), aliveKey(slot)];
    const seconds = Math.floor(clock() / 1_000);
    const args = [slot, peerId, JSON.stringify(rest), seconds, stageId, KEEP_MS, GONE_MS];
    const epoch = Number(await redis.eval(SEAT, keys.length, ...keys, ...args));
    return epoch < 0 ? null : { peerId, epoch, ...rest };
  };

  /** True when somebody left by this; `peerId` null takes whoever has the slot. */
  const unseat = async (stageId: string, slot: string, peerId: string | null): Promise<boolean> =>
    (await redis.eval(UNSEAT, 2, stageHash(stageId), slotHash(slot), slot, peerId ?? '', stageId)) === 1;

  /** Everybody on the stage, and the slots of those who turn out to have gone. */
  const look = async (stageId: string): Promise<{ seated: SeatedPeer[]; gone: string[] }> => {
    const { '#': _epoch, ...kept } = await redis.hgetall(stageHash(stageId));
    const all = Object.entries(kept).map(([slot, text]) => decode(slot, text));
    if (all.length === 0) return { seated: [], gone: [] };
    const alive = await redis.mget(...all.map(({ slot }) => aliveKey(slot)));
    const seated = all.filter((_, index) => alive[index]).sort((a, b) => a.peer.epoch - b.peer.epoch);
    return { seated, gone: all.filter((_, index) => !alive[index]).map(({ slot }) => slot) };
  };

  const stagesOf = async (
    slots: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> => {
    if (slots.length === 0) return new Map();
    const pipeline = redis.pipeline();
    for (const slot of slots) pipeline.hgetall(slotHash(slot));
    const kept = answersOf(await pipeline.exec()) as Record<string, string>[];
    return new Map(slots.map((slot, index) => [slot, new Map(Object.entries(kept[index] ?? {}))]));
  };

  const ofSitting = async (sittingId: string): Promise<StageKey[]> =>
    (await redis.smembers(sittingSet(sittingId))).flatMap((stageId) => parseStageId(stageId) ?? []);

  /** Empties a stage for good; the slots that were on it. */
  const close = async (key: StageKey): Promise<string[]> => {
    const stageId = stageIdOf(key);
    const slots = (await redis.hkeys(stageHash(stageId))).filter((slot) => slot !== '#');
    const closing = redis.multi().del(stageHash(stageId)).srem(sittingSet(key.sittingId), stageId);
    for (const slot of slots) closing.hdel(slotHash(slot), stageId);
    await closing.exec();
    return slots;
  };

  /** These slots have an open stream. */
  const keepAlive = async (slots: readonly string[]): Promise<void> => {
    const pipeline = redis.pipeline();
    for (const slot of slots) pipeline.set(aliveKey(slot), '1', 'PX', GONE_MS);
    await pipeline.exec();
  };

  return { seat, unseat, look, stagesOf, ofSitting, close, keepAlive };
}
export type Peers = ReturnType<typeof createPeers>;
