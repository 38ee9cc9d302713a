import type { Redis } from 'ioredis';

const SWEPT = 'presence:swept';
const HOLD = 'presence:hold';
/** The sweeper runs every second: longer without it means that we or Redis were away. */
const OUTAGE_GAP_MS = 5_000;
/** After an outage of ours devices get this long to report before silence counts against them. */
const HOLD_MS = 30_000;

interface Hold {
  readonly from: number;
  readonly until: number;
}

/** How devices are to be judged at this moment. */
export interface Judgement {
  readonly now: number;
  /** Stands still over outages of our own and the time after them. */
  readonly at: number;
  /** The last outage of ours, with the time after it; what is long past is forgotten. */
  readonly lull: Hold | null;
}

/** The instant at which devices are judged: it stands still over outages of our own. */
export function createHold(redis: Redis, clock: () => number) {
  const judge = async (): Promise<Judgement> => {
    const now = clock();
    const [swept, held] = await redis.mget(SWEPT, HOLD);
    const hold = held ? (JSON.parse(held) as Hold) : null;
    if (hold && now < hold.until) return { now, at: hold.from, lull: hold };
    const isGap = swept !== null && swept !== undefined && now - Number(swept) > OUTAGE_GAP_MS;
    // Nobody has swept yet since we are back: the hold begins with the next sweep.
    if (isGap) return { now, at: Number(swept), lull: { from: Number(swept), until: now + HOLD_MS } };
    return { now, at: now, lull: hold };
  };
  const judgedAt = async (): Promise<number> => (await judge()).at;

  /** Called by the sweeper before each sweep: notices that nobody swept for a while. */
  const noteSweep = async (): Promise<void> => {
    const now = clock();
    const [swept, held] = await redis.mget(SWEPT, HOLD);
    if (swept && now - Number(swept) > OUTAGE_GAP_MS) {
      const before = held ? (JSON.parse(held) as Hold) : null;
      const from = before && Number(swept) < before.until ? before.from : Number(swept);
      const hold: Hold = { from, until: now + HOLD_MS };
      await redis.set(HOLD, JSON.stringify(hold), 'PX', HOLD_MS * 2);
    }
    await redis.set(SWEPT, now);
  };

  return { judge, judgedAt, noteSweep };
}
export type OutageHold = ReturnType<typeof createHold>;
