import { ulid } from 'ulid';
import { createPasswords, type Passwords } from './access/passwords';
import { createPlaces, type Places } from './access/places';
import { createPositions, type Positions } from './access/positions';
import { createSessions, type Sessions } from './access/sessions';
import { createThrottle, type Throttle } from './access/throttle';
import type { Deps } from './deps';
import { createPublishedFlows, type PublishedFlows } from './flows/published-flows';
import { createMetrics, type Metrics } from './http/metrics';
import { createLiveParts, type LiveParts } from './live/live-parts';
import { createReadThrough, type ReadThrough } from './read-through';

/** The dependencies and what is built on them once; every handler gets these. */
export interface Parts extends Deps {
  /** Name of this process among its replicas: `api:<ULID>`. */
  readonly source: string;
  readonly metrics: Metrics;
  readonly readThrough: ReadThrough;
  readonly places: Places;
  readonly sessions: Sessions;
  readonly positions: Positions;
  readonly throttle: Throttle;
  readonly passwords: Passwords;
  readonly publishedFlow: PublishedFlows;
  /** Streams, presence, messages and video. */
  readonly live: LiveParts;
  /** Registers what has to end with the app: streams, timers, subscriptions. */
  readonly onClose: (end: () => Promise<void> | void) => void;
  readonly close: () => Promise<void>;
}

export function createParts(deps: Deps): Parts {
  const { dataSource, redis, clock, logger } = deps;
  const readThrough = createReadThrough(redis, clock, logger);
  const ends: (() => Promise<void> | void)[] = [];
  const ground: Omit<Parts, 'live'> = {
    ...deps,
    source: `api:${ulid()}`,
    metrics: createMetrics(),
    readThrough,
    places: createPlaces(dataSource, readThrough),
    sessions: createSessions(dataSource, readThrough, clock),
    positions: createPositions(dataSource, redis, readThrough, clock),
    throttle: createThrottle(redis, clock, logger),
    passwords: createPasswords(),
    publishedFlow: createPublishedFlows(dataSource),
    onClose: (end) => void ends.push(end),
    close: async () => {
      await Promise.all(ends.map((end) => end()));
    },
  };
  return { ...ground, live: createLiveParts(ground) };
}
