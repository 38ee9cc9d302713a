import type { Redis } from 'ioredis';
import { answersOf } from '../live/pipeline-answers';
import type { PresenceRecord, DeviceRecords } from './judge';
import type { PositionPresence } from '#protocol/live.schema';

type State = PositionPresence['state'];

/** A record with the state that was last told to others. */
export interface KeptRecord extends PresenceRecord {
  readonly said: State;
}
export interface Device {
  readonly roomId: string;
  readonly sittingId: string;
  readonly position: 1 | 2;
}

/** Survives an exam day; a room that nobody reports from is forgotten by itself. */
const KEEP_MS = 24 * 3_600_000;
const DUE = 'presence:due';
const roomKey = (roomId: string) => `presence:${roomId}`;
const fieldOf = ({ sittingId, position }: Device) => `${sittingId}.${position}`;
const memberOf = (device: Device) => `${device.roomId}.${fieldOf(device)}`;

const encode = ({ epoch, ...rest }: KeptRecord) => `${epoch} ${JSON.stringify(rest)}`;
const decode = (text: string): KeptRecord => {
  const space = text.indexOf(' ');
  const rest = JSON.parse(text.slice(space + 1)) as Omit<KeptRecord, 'epoch'>;
  return { epoch: Number(text.slice(0, space)), ...rest };
};

/** Keeps a report unless a later holder of the position reported already: what is superseded never rises again. */
const REPORT = `
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept and tonumber(string.match(kept, '^%d+')) > tonumber(ARGV[2]) then return {'superseded', kept} end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('ZADD', KEYS[2], ARGV[6], ARGV[5])
return {'kept', kept or ''}`;

/** Notes what was told, unless the device reported meanwhile. */
const SETTLE = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[5] == 'drop' then redis.call('ZREM', KEYS[2], ARGV[4]) end
return 1`;

/** Device reports in Redis: a hash a room for readers, one sorted set of last signs of life for the sweeper. */
export function createPresenceRecords(redis: Redis) {
  const report = async (device: Device, record: KeptRecord) => {
    const args = [fieldOf(device), record.epoch, encode(record), KEEP_MS, memberOf(device), record.at];
    const answer = await redis.eval(REPORT, 2, roomKey(device.roomId), DUE, ...args);
    const [outcome, text] = answer as ['kept' | 'superseded', string];
    return { outcome, before: text ? decode(text) : null };
  };

  const ofRoom = async (roomId: string): Promise<ReadonlyMap<string, DeviceRecords>> => {
    const kept = await redis.hgetall(roomKey(roomId));
    const bySitting = new Map<string, Partial<Record<1 | 2, PresenceRecord>>>();
    for (const [field, text] of Object.entries(kept)) {
      const [sittingId = '', position] = field.split('.');
      const records = bySitting.get(sittingId) ?? {};
      records[position === '2' ? 2 : 1] = decode(text);
      bySitting.set(sittingId, records);
    }
    return bySitting;
  };

  const ofSitting = async (roomId: string, sittingId: string): Promise<DeviceRecords> => {
    const [one, two] = await redis.hmget(roomKey(roomId), `${sittingId}.1`, `${sittingId}.2`);
    return { ...(one && { 1: decode(one) }), ...(two && { 2: decode(two) }) };
  };

  /** Devices whose last sign of life is older than `before`. */
  const silentSince = async (before: number): Promise<{ device: Device; record: KeptRecord }[]> => {
    const members = await redis.zrangebyscore(DUE, '-inf', before);
    const devices = members.map(deviceOfMember);
    const pipeline = redis.pipeline();
    for (const device of devices) pipeline.hget(roomKey(device.roomId), fieldOf(device));
    const texts = answersOf(await pipeline.exec());
    const gone = members.filter((_, index) => !texts[index]);
    if (gone.length > 0) await redis.zrem(DUE, ...gone);
    return devices.flatMap((device, index) => {
      const text = texts[index];
      return typeof text === 'string' && text ? [{ device, record: decode(text) }] : [];
    });
  };

  /** True when it was noted; false when the device reported meanwhile. `drop` ends the watch over it. */
  const settle = async (device: Device, record: KeptRecord, said: State, drop: boolean): Promise<boolean> => {
    const args = [
      fieldOf(device),
      encode(record),
      encode({ ...record, said }),
      memberOf(device),
      drop ? 'drop' : 'keep',
    ];
    return (await redis.eval(SETTLE, 2, roomKey(device.roomId), DUE, ...args)) === 1;
  };

  return { report, ofRoom, ofSitting, silentSince, settle };
}
export type PresenceRecords = ReturnType<typeof createPresenceRecords>;

function deviceOfMember(member: string): Device {
  const [roomId = '', sittingId = '', position] = member.split('.');
  return { roomId, sittingId, position: position === '2' ? 2 : 1 };
}
