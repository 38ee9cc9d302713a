import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { within } from '../deadline';

/** `unknown` where nobody has asked lately, or there is nothing to ask. */
export interface Bridge {
  readonly state: 'up' | 'down' | 'unknown';
  /** Down since. */
  readonly since: number | null;
}

interface Seen {
  readonly at: number;
  readonly failures: number;
  readonly downSince: number | null;
}

interface ProbeParts {
  readonly redis: Redis;
  /** What answers while Jitsi works; null where there is none. */
  readonly url: string | null;
  readonly everyMs: number;
  readonly registry: Registry;
  readonly clock: () => number;
  readonly logger: Logger;
}

const KEY = 'jitsi-probe';
const TURN = 'jitsi-probe:turn';
const ANSWER_MS = 4_000;
const REDIS_MS = 500;
/** One slow answer is no alarm. */
const FAILURES_TO_DOWN = 3;
/** Readings older than so many turns say nothing. */
const STALE_TURNS = 6;
const KEEP_MS = 3_600_000;
const unknown: Bridge = { state: 'unknown', since: null };

/** Asks the configured Jitsi whether it is there; one replica at a time asks, all know. */
export function createBridgeProbe(parts: ProbeParts) {
  const { redis, url, everyMs, clock, logger } = parts;

  const seen = async (): Promise<Seen | null> => {
    const kept = await within(REDIS_MS, redis.get(KEY)).catch(() => null);
    return kept === null ? null : (JSON.parse(kept) as Seen);
  };
  const read = async (): Promise<Bridge> => {
    const last = url === null ? null : await seen();
    if (!last || clock() - last.at > STALE_TURNS * everyMs) return unknown;
    return { state: last.downSince === null ? 'up' : 'down', since: last.downSince };
  };
  const answers = async (address: string): Promise<boolean> => {
    try {
      const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
      await response.body?.cancel();
      return response.status < 400;
    } catch {
      return false;
    }
  };
  const ask = async (address: string): Promise<void> => {
    const turn = await redis.set(TURN, '1', 'PX', Math.ceil(everyMs * 0.8), 'NX');
    if (turn === null) return;
    const [before, isThere, at] = [await seen(), await answers(address), clock()];
    const failures = isThere ? 0 : (before?.failures ?? 0) + 1;
    const downSince = failures < FAILURES_TO_DOWN ? null : (before?.downSince ?? at);
    if (downSince !== (before?.downSince ?? null))
      logger.warn({ down: downSince !== null, failures }, 'Jitsi changed');
    await redis.set(KEY, JSON.stringify({ at, failures, downSince } satisfies Seen), 'PX', KEEP_MS);
  };

  // The registry keeps it and asks it.
  new Gauge({
    name: 'examhall_api_jitsi_up',
    help: '1 while the configured Jitsi answers, 0 while it does not, -1 where nothing is known.',
    registers: [parts.registry],
    async collect() {
      this.set({ up: 1, down: 0, unknown: -1 }[(await read()).state]);
    },
  });

  const begin = (address: string) =>
    setInterval(() => {
      ask(address).catch((error: unknown) => logger.warn({ err: error }, 'Jitsi could not be asked for'));
    }, everyMs);
  const timer = url === null ? null : begin(url);
  return { read, stop: () => void (timer && clearInterval(timer)) };
}
export type BridgeProbe = ReturnType<typeof createBridgeProbe>;
