/** One reading of the server's clock: when it was asked for and answered, by this browser's clock. */
export interface TimeSample {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverTime: number;
}

/** What is believed of the server's clock. `roundTripMs` bounds the error of `offsetMs` to half of it. */
export interface TimeBelief {
  readonly offsetMs: number;
  readonly roundTripMs: number;
  readonly at: number;
}

/** A belief older than this gives way to any newer sample: clocks drift. */
const BELIEF_AGE_MS = 10 * 60_000;
/** Below this a change is not worth moving every clock of the page. */
const NOTICEABLE_MS = 150;

/**
 * Keeps the sample with the shortest round trip, unless a newer one contradicts it beyond both errors:
 * then this browser's clock was set, or slept, and the newer one is right.
 */
export function believe(belief: TimeBelief | null, sample: TimeSample): TimeBelief {
  const roundTripMs = Math.max(0, sample.receivedAt - sample.sentAt);
  const offsetMs = Math.round(sample.serverTime - (sample.sentAt + sample.receivedAt) / 2);
  const fresh: TimeBelief = { offsetMs, roundTripMs, at: sample.receivedAt };
  if (!belief) return fresh;
  const apart = Math.abs(offsetMs - belief.offsetMs);
  const errors = (roundTripMs + belief.roundTripMs) / 2;
  if (apart > errors + NOTICEABLE_MS) return fresh;
  const aged = Math.abs(sample.receivedAt - belief.at) > BELIEF_AGE_MS;
  if (!aged && roundTripMs >= belief.roundTripMs) return belief;
  return apart < NOTICEABLE_MS ? { ...fresh, offsetMs: belief.offsetMs } : fresh;
}

export interface ServerTime {
  /** Server's clock now, epoch ms. */
  readonly now: () => number;
  readonly offset: () => number;
  readonly observe: (sample: TimeSample) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createServerTime(ownNow: () => number): ServerTime {
  const listeners = new Set<() => void>();
  let belief: TimeBelief | null = null;
  const offset = (): number => belief?.offsetMs ?? 0;
  return {
    offset,
    now: () => ownNow() + offset(),
    observe(sample) {
      const before = offset();
      belief = believe(belief, sample);
      if (belief.offsetMs !== before) listeners.forEach((tell) => tell());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
