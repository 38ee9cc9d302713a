import type { Redis } from 'ioredis';
import { AppError } from '../errors';

/** A talk whose officer's stream is gone ends by itself after this. */
const ABSENT_MS = 30_000;
const KEEP_MS = 24 * 3_600_000;
const key = (examId: string) => `talks:${examId}`;

export interface Talk {
  readonly staffId: string;
  readonly name: string;
  readonly sittingId: string;
  readonly since: number;
}

/** One candidate a member of staff, one member of staff a candidate. `<sitting> <last sign of life> <rest>`. */
const BEGIN = `
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local sitting, at = string.match(all[i + 1], '^(%w+) (%d+) ')
  if sitting == ARGV[2] and all[i] ~= ARGV[1] and tonumber(at) > ARGV[3] - ARGV[4] then return {all[i], all[i + 1]} end
end
local mine = redis.call('HGET', KEYS[1], ARGV[1])
local rest = ARGV[5]
if mine and string.match(mine, '^%w+') == ARGV[2] then rest = string.match(mine, '^%w+ %d+ (.*)$') end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. rest)
redis.call('PEXPIRE', KEYS[1], ARGV[6])
return {}`;

const END = `
local mine = redis.call('HGET', KEYS[1], ARGV[1])
if mine and string.match(mine, '^%w+') == ARGV[2] then return redis.call('HDEL', KEYS[1], ARGV[1]) end
return 0`;

const RENEW = `
local mine = redis.call('HGET', KEYS[1], ARGV[1])
if mine then redis.call('HSET', KEYS[1], ARGV[1], (string.gsub(mine, '^(%w+) %d+ ', '%1 ' .. ARGV[2] .. ' '))) end
return 1`;

interface Rest {
  readonly name: string;
  readonly since: number;
}
const decode = (staffId: string, text: string) => {
  const [sittingId = '', at = '0'] = text.split(' ', 2);
  const { name, since } = JSON.parse(text.slice(sittingId.length + at.length + 2)) as Rest;
  return { staffId, name, sittingId, since, at: Number(at) };
};

/** Who of the staff talks with whom in the waiting area, by exam, so that nobody is in two rooms at once. */
export function createTalks(redis: Redis, clock: () => number) {
  const ofExam = async (examId: string): Promise<Talk[]> => {
    const kept = await redis.hgetall(key(examId));
    return Object.entries(kept)
      .map(([staffId, text]) => decode(staffId, text))
      .filter(({ at }) => at > clock() - ABSENT_MS)
      .map(({ staffId, name, sittingId, since }) => ({ staffId, name, sittingId, since }));
  };

  /** @throws AppError ALREADY_DONE: another member of staff talks with this candidate. `details.by`, `details.at` */
  const begin = async (examId: string, talk: Omit<Talk, 'since'>): Promise<void> => {
    const now = clock();
    const rest: Rest = { name: talk.name, since: now };
    const args = [talk.staffId, talk.sittingId, now, ABSENT_MS, JSON.stringify(rest), KEEP_MS];
    const [other, text] = (await redis.eval(BEGIN, 1, key(examId), ...args)) as [string?, string?];
    if (!other || !text) return;
    throw new AppError('ALREADY_DONE', { by: `staff:${other}`, at: decode(other, text).since });
  };

  const end = async (examId: string, staffId: string, sittingId: string): Promise<void> => {
    await redis.eval(END, 1, key(examId), staffId, sittingId);
  };

  /** The officer's stream is open. */
  const renew = async (examId: string, staffId: string): Promise<void> => {
    await redis.eval(RENEW, 1, key(examId), staffId, clock());
  };

  return { ofExam, begin, end, renew };
}
export type Talks = ReturnType<typeof createTalks>;
