import type { Redis } from 'ioredis';
import { answersOf } from '../live/pipeline-answers';
import { slotOf, type Somebody } from './slot';

/** Failed joins further apart are two accidents. */
const TOGETHER_MS = 10 * 60_000;
const tries = (stageId: string, slot: string) => `video-tries:${stageId}:${slot}`;
const people = (roomId: string) => `video-trouble:${roomId}`;

/** Both devices of a candidate are one person. */
const personOf = (who: Somebody): string => (who.kind === 'staff' ? slotOf(who) : who.sittingId);

/** Who could not join a stage of the exam's own provider lately. */
export function createTroubles(redis: Redis, clock: () => number) {
  /** Notes one failed join. @returns how often this device has failed on this stage */
  const note = async (roomId: string, stageId: string, who: Somebody): Promise<number> => {
    const key = tries(stageId, slotOf(who));
    const noting = redis.multi().incr(key).pexpire(key, TOGETHER_MS);
    noting.zadd(people(roomId), clock(), personOf(who)).pexpire(people(roomId), TOGETHER_MS);
    const [count] = answersOf(await noting.exec()) as [number];
    return count;
  };

  /** How many different people failed since then, lately. */
  const peopleSince = (roomId: string, since: number): Promise<number> =>
    redis.zcount(people(roomId), `(${Math.max(since, clock() - TOGETHER_MS)}`, '+inf');

  return { note, peopleSince };
}
export type Troubles = ReturnType<typeof createTroubles>;
