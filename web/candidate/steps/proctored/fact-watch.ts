import type { PageFact, ReportedFact } from '#steps/proctored/schema';

/** Told at once, then gathered: a restless hand makes no more commands than this. */
const PACE_MS = 5_000;
/** After so many reports the page gathers for a minute, so that the record keeps its size. */
const MANY = 100;
const SLOW_PACE_MS = 60_000;
/** What one report may hold. */
const MOST = 50;

interface FactWatchParts {
  readonly newId: () => string;
  /** True once the server has it. */
  readonly send: (facts: ReportedFact[]) => Promise<boolean>;
}

export interface FactWatch {
  /** Something lasts, or lasts no longer; saying the same again is no news. */
  readonly lasts: (fact: PageFact, on: boolean, at: number) => void;
  readonly happened: (fact: PageFact, at: number) => void;
  /** Sends what has gathered, if it is time to; what was not taken stays for the next time. */
  readonly flush: (at: number) => Promise<void>;
}

/** Turns what a page notices into facts with a beginning and an end. Knows nothing of browsers. */
export function createFactWatch({ newId, send }: FactWatchParts): FactWatch {
  const lasting = new Map<PageFact, ReportedFact>();
  let gathered: ReportedFact[] = [];
  let sent = { at: -Infinity, times: 0, busy: false };

  /** A fact that is over before its beginning was sent is told once. */
  const gather = (told: ReportedFact): void => {
    gathered = [...gathered.filter(({ id }) => id !== told.id), told];
  };
  return {
    lasts(fact, on, at) {
      const begun = lasting.get(fact);
      if (on === (begun !== undefined)) return;
      if (begun) {
        lasting.delete(fact);
        gather({ ...begun, to: Math.max(begun.from, at) });
      } else {
        const told = { id: newId(), fact, from: at, to: null };
        lasting.set(fact, told);
        gather(told);
      }
    },
    happened: (fact, at) => gather({ id: newId(), fact, from: at, to: at }),
    async flush(at) {
      const pace = sent.times < MANY ? PACE_MS : SLOW_PACE_MS;
      if (sent.busy || gathered.length === 0 || at - sent.at < pace) return;
      const facts = gathered.slice(0, MOST);
      sent = { at, times: sent.times + 1, busy: true };
      const taken = await send(facts).catch(() => false);
      sent = { ...sent, busy: false };
      // What became over meanwhile replaced its beginning and has to go as well.
      if (taken) gathered = gathered.filter((told) => !facts.includes(told));
    },
  };
}
