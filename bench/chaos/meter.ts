/** What all clients together have under way. */
export class Meter {
  inFlight = 0;
  acknowledged = 0;
  private readonly watchers = new Set<() => void>();

  /** Something was sent for the first time; call the answer when it is answered. */
  begin(): () => void {
    this.inFlight += 1;
    this.tell();
    return () => {
      this.inFlight -= 1;
      this.acknowledged += 1;
      this.tell();
    };
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  private tell(): void {
    this.watchers.forEach((watcher) => watcher());
  }
}

/** The fewest commands and orders that must be under way when something is killed. */
export const FEWEST_IN_FLIGHT = 20;

export interface Shot {
  /** Epoch ms. */
  readonly at: number;
  readonly inFlight: number;
  /** Answers that had arrived in this cell. */
  readonly acknowledged: number;
}

/**
 * Fires once, at a drawn instant: `delayMs` after so many answers, or at the last moment at which enough is still
 * under way, whichever is first. Never with less under way than `FEWEST_IN_FLIGHT`.
 */
export function aim(
  meter: Meter,
  drawn: { readonly after: number; readonly delayMs: number },
  fire: () => void,
): { readonly shot: () => Shot | null; readonly disarm: () => void } {
  const before = meter.acknowledged;
  let shot: Shot | null = null;
  let delayed: NodeJS.Timeout | null = null;
  let wasMany = false;
  const shoot = (): void => {
    if (shot || meter.inFlight < FEWEST_IN_FLIGHT) return;
    shot = { at: Date.now(), inFlight: meter.inFlight, acknowledged: meter.acknowledged - before };
    fire();
  };
  const look = (): void => {
    if (shot || meter.inFlight < FEWEST_IN_FLIGHT) return;
    const isLastMoment = wasMany && meter.inFlight === FEWEST_IN_FLIGHT;
    wasMany ||= meter.inFlight > FEWEST_IN_FLIGHT;
    if (isLastMoment) return shoot();
    if (meter.acknowledged - before < drawn.after || delayed) return;
    delayed = setTimeout(() => {
      delayed = null;
      shoot();
    }, drawn.delayMs);
  };
  const unwatch = meter.watch(look);
  return {
    shot: () => shot,
    disarm: () => {
      unwatch();
      if (delayed) clearTimeout(delayed);
    },
  };
}
