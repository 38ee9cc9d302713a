import type { Logger } from 'pino';
import type { Sessions } from '../access/sessions';
import type { Silences } from '../outages/silences';
import type { Attendance } from '../presence/attendance';
import type { Sweeper } from '../presence/sweeper';
import type { Hub } from './hub';
import type { Listener } from './listener';

/** What was published and lost is found within this time. */
const LOOK_EVERY_MS = 3_000;
const BEAT_EVERY_MS = 10_000;
const SWEEP_EVERY_MS = 1_000;
const MEND_EVERY_MS = 5_000;

interface RoundsParts {
  readonly hub: Hub;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly attendance: Attendance;
  readonly sweeper: Sweeper;
  readonly silences: Pick<Silences, 'flush'>;
  readonly mend: () => Promise<void>;
  readonly logger: Logger;
}

/** What this process does by itself as long as it lives; each round waits for the one before. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly parts: RoundsParts) {}

  start(): void {
    const { hub, sweeper, silences } = this.parts;
    this.every(LOOK_EVERY_MS, 'look', async () => {
      hub.tidy();
      await hub.lookAtAll();
    });
    this.every(BEAT_EVERY_MS, 'beat', () => this.beat());
    this.every(SWEEP_EVERY_MS, 'sweep', () => sweeper.sweep());
    // Apart from the sweep: a database that hangs must not look like an outage to the presence of devices.
    this.every(SWEEP_EVERY_MS, 'silences', () => silences.flush());
    this.every(MEND_EVERY_MS, 'mend silences', () => this.parts.mend());
  }

  stop(): void {
    this.timers.splice(0).forEach(clearInterval);
  }

  /** Keeps streams open, ends those whose session ended, and says who is here. */
  private async beat(): Promise<void> {
    const { hub, logger } = this.parts;
    for (const { stream } of hub.listeners) stream.beat();
    const settled = await Promise.allSettled([...hub.listeners].map((listener) => this.check(listener)));
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) logger.warn({ err: failed.reason as unknown }, 'a beat was not kept');
  }

  private async check(listener: Listener): Promise<void> {
    const { sessions, attendance } = this.parts;
    const { sessionToken, stream } = listener;
    const ended = sessionToken !== null && (await sessions.find(sessionToken)) === null;
    if (ended) stream.destroy();
    else await attendance.renew(listener);
  }

  private every(ms: number, what: string, work: () => Promise<unknown>): void {
    let busy = false;
    const turn = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      try {
        await work();
      } catch (error) {
        this.parts.logger.warn({ err: error, what }, 'a round failed; the next one comes');
      }
      busy = false;
    };
    this.timers.push(setInterval(() => void turn(), ms).unref());
  }
}
