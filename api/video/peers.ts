import type { Redis } from 'ioredis';
import { answersOf } from '../live/pipeline-answers';
import type { Peer } from '#protocol/live.schema';
import { isCandidateSlot } from './slot';
import { parseStageId, stageIdOf, type StageKey } from './stage';

const KEEP_MS = 24 * 3_600_000;
/** A browser without stream and without a word for this long has left. */
const GONE_MS = 45_000;

const stageHash = (stageId: string) => `stage:${stageId}`;
const slotSet = (slot: string) => `stages-of:${slot}`;
const sittingSet = (sittingId: string) => `stages-of-sitting:${sittingId}`;
const aliveKey = (slot: string) => `slot-alive:${slot}`;

/** Who leaves: a page of a slot. */
export interface Leaving {
  readonly slot: string;
  readonly peerId: string;
}

/** A peer with the slot (a device of the candidate, a member of staff) that may speak for it. */
export interface SeatedPeer {
  readonly slot: string;
  readonly peer: Peer;
}

/**
 * `<peer> <epoch> <rest>` a seat. The same page keeps its epoch; another page gets a higher one, also after Redis
 * lost everything, since epochs are no smaller than the seconds of the day.
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
redis.call('SADD', KEYS[2], ARGV[5])
redis.call('SADD', KEYS[3], ARGV[5])
redis.call('SET', KEYS[4], '1', 'PX', ARGV[7])
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
return tonumber(epoch)`;

const UNSEAT = `
local mine = redis.call('HGET', KEYS[1], ARGV[1])
if not mine or string.match(mine, '^%S+') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
for _, seat in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.match(seat, '^[^/]+') == ARGV[3] then return 1 end
end
redis.call('SREM', KEYS[2], ARGV[4])
return 1`;

/**
 * A candidate's device has one seat, so that its new page replaces the former. Staff may have the stage open in
 * two windows, each with a seat of its own.
 */
const seatOf = (slot: string, peerId: string) => (isCandidateSlot(slot) ? slot : `${slot}/${peerId}`);
const slotOfSeat = (seat: string) => seat.split('/', 1)[0] ?? seat;

type Rest = Omit<Peer, 'peerId' | 'epoch'>;
const decode = (seat: string, text: string): SeatedPeer => {
  const [peerId = '', epoch = '0'] = text.split(' ', 2);
  const rest = JSON.parse(text.slice(peerId.length + epoch.length + 2)) as Rest;
  return { slot: slotOfSeat(seat), peer: { peerId, epoch: Number(epoch), ...rest } };
};

/** Who is on which stage, over all replicas. */
export function createPeers(redis: Redis, clock: () => number) {
  /** The peer as seated; null when somebody else on this stage goes by the same id. */
  const seat = async (key: StageKey, slot: string, peerId: string, rest: Rest): Promise<Peer | null> => {
    const stageId = stageIdOf(key);
    const keys = [stageHash(stageId), slotSet(slot), sittingSet(key.sittingId), aliveKey(slot)];
    const seconds = Math.floor(clock() / 1_000);
    const args = [seatOf(slot, peerId), peerId, JSON.stringify(rest), seconds, stageId, KEEP_MS, GONE_MS];
    const epoch = Number(await redis.eval(SEAT, keys.length, ...keys, ...args));
    return epoch < 0 ? null : { peerId, epoch, ...rest };
  };

  /** True when this peer left by it. */
  const unseat = async (stageId: string, { slot, peerId }: Leaving): Promise<boolean> => {
    const args = [seatOf(slot, peerId), peerId, slot, stageId];
    return (await redis.eval(UNSEAT, 2, stageHash(stageId), slotSet(slot), ...args)) === 1;
  };

  /** Everybody on the stage, and those who turn out to have gone. */
  const look = async (stageId: string): Promise<{ seated: SeatedPeer[]; gone: Leaving[] }> => {
    const { '#': _epoch, ...kept } = await redis.hgetall(stageHash(stageId));
    const all = Object.entries(kept).map(([seat, text]) => decode(seat, text));
    if (all.length === 0) return { seated: [], gone: [] };
    const alive = await redis.mget(...all.map(({ slot }) => aliveKey(slot)));
    const seated = all.filter((_, index) => alive[index]).sort((a, b) => a.peer.epoch - b.peer.epoch);
    const gone = all.filter((_, index) => !alive[index]);
    return { seated, gone: gone.map(({ slot, peer }) => ({ slot, peerId: peer.peerId })) };
  };

  /** Stages of each slot. */
  const stagesOf = async (slots: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
    if (slots.length === 0) return new Map();
    const pipeline = redis.pipeline();
    for (const slot of slots) pipeline.smembers(slotSet(slot));
    const kept = answersOf(await pipeline.exec()) as string[][];
    return new Map(slots.map((slot, index) => [slot, kept[index] ?? []]));
  };

  const ofSitting = async (sittingId: string): Promise<StageKey[]> =>
    (await redis.smembers(sittingSet(sittingId))).flatMap((stageId) => parseStageId(stageId) ?? []);

  /** Empties a stage for good. */
  const close = async (key: StageKey): Promise<void> => {
    const stageId = stageIdOf(key);
    const seats = (await redis.hkeys(stageHash(stageId))).filter((seat) => seat !== '#');
    const closing = redis.multi().del(stageHash(stageId)).srem(sittingSet(key.sittingId), stageId);
    for (const slot of new Set(seats.map(slotOfSeat))) closing.srem(slotSet(slot), stageId);
    await closing.exec();
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
