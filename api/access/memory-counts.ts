import type { Counts, SlowDown } from './throttle';

/** Bounds memory while somebody invents names faster than they are forgotten. */
const MOST_KEYS = 50_000;

interface Entry {
  readonly tries: number;
  readonly until: number;
  readonly forgottenAt: number;
}

/** The same counts inside one process, for the time that Redis is away. */
export function createMemoryCounts() {
  const entries = new Map<string, Entry>();
  const find = (key: string, now: number): Entry | undefined => {
    const entry = entries.get(key);
    return entry && entry.forgottenAt > now ? entry : undefined;
  };
  const put = (key: string, entry: Entry): void => {
    entries.delete(key);
    entries.set(key, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > MOST_KEYS && oldest !== undefined) entries.delete(oldest);
  };
  return {
    look: (key: string, now: number) => find(key, now)?.until ?? 0,
    attempt: (key: string, rule: SlowDown, now: number) => {
      const entry = find(key, now);
      if (entry && entry.until > now) return entry.until;
      const tries = (entry?.tries ?? 0) + 1;
      put(key, { tries, until: now + delayOf(tries, rule), forgottenAt: now + rule.forgetMs });
      return 0;
    },
    spend: (key: string, limit: number, windowMs: number, now: number) => {
      const entry = find(key, now) ?? { tries: 0, until: 0, forgottenAt: now + windowMs };
      put(key, { ...entry, tries: entry.tries + 1 });
      return entry.tries < limit ? 0 : entry.forgottenAt;
    },
    forgive: (key: string) => {
      const entry = entries.get(key);
      if (entry) put(key, { ...entry, tries: entry.tries - 1, until: 0 });
    },
    clear: (keys: readonly string[]) => keys.forEach((key) => entries.delete(key)),
  } satisfies Counts;
}

const delayOf = (tries: number, { free, firstMs, maxMs }: SlowDown): number =>
  tries < free ? 0 : Math.min(maxMs, firstMs * 2 ** Math.min(tries - free, 30));
