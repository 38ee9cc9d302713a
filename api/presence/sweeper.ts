import type { Redis } from 'ioredis';
import { PRESENCE } from '#protocol/presence';
import type { Publisher } from '../live/publish';
import { isSilence, lastingSilence } from '../outages/silence';
import type { Silences } from '../outages/silences';
import type { OutageHold } from './hold';
import { stateOf } from './judge';
import type { PresenceRecords } from './records';

const LOCK = 'presence:sweeper';
/** A sweeper that died is followed within this time. */
const LOCK_MS = 3_000;

const TAKE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

interface SweeperParts {
  readonly redis: Redis;
  readonly records: PresenceRecords;
  readonly hold: OutageHold;
  readonly silences: Pick<Silences, 'note'>;
  readonly publish: Publisher;
  /** Names this process as the holder of the lock. */
  readonly id: string;
}

/** Notices what nobody reports: silence. One process at a time does it, so each transition is told once. */
export function createSweeper({ redis, records, hold, silences, publish, id }: SweeperParts) {
  /** Number of transitions told; null when another process sweeps. */
  const sweep = async (): Promise<number | null> => {
    if ((await redis.eval(TAKE, 1, LOCK, id, LOCK_MS)) !== 1) return null;
    await hold.noteSweep();
    const judgement = await hold.judge();
    const now = judgement.at;
    const silent = await records.silentSince(now - PRESENCE.amberAfterMs);
    let told = 0;
    for (const { device, record } of silent) {
      const said = stateOf(record, now);
      const drop = isSilence(record.at, judgement);
      if (said === record.said && !drop) continue;
      const settled = await records.settle(device, record, said, drop);
      if (settled && drop) await silences.note(lastingSilence(device, record));
      if (!settled || said === record.said) continue;
      publish.toRoom(device.roomId, { kind: 'presence', sittingId: device.sittingId });
      told += 1;
    }
    return told;
  };
  return { sweep };
}
export type Sweeper = ReturnType<typeof createSweeper>;
