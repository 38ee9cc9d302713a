import type { Logger } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';

/** Where something failed. */
export interface Whereabouts {
  readonly workflowId: string | undefined;
  readonly activity: string;
  readonly attempt: number;
}

const FORGET_MS = 20 * 60_000;

/**
 * What fails in a worker, for whoever watches it: counts by code, and how many workflows wait for rows that were lost
 * (`RECORD_GAP`), which only `npm run reproject` brings back. A cause is logged once for each workflow, then quietly.
 */
export function createFailureWatch(logger: Logger, clock: () => number) {
  const registry = new Registry();
  const waiting = new Map<string, { readonly code: string; readonly at: number }>();
  const failures = new Counter({
    name: 'examhall_worker_activity_failures_total',
    help: 'Tries of activities that failed, by activity and code.',
    labelNames: ['activity', 'code'],
    registers: [registry],
  });
  // The registry keeps it and asks it.
  new Gauge({
    name: 'examhall_worker_record_gaps',
    help: 'Workflows whose record waits for rows that were lost: run `npm run reproject`.',
    registers: [registry],
    collect() {
      forget(clock());
      this.set([...waiting.values()].filter(({ code }) => code === 'RECORD_GAP').length);
    },
  });
  const key = ({ workflowId, activity }: Whereabouts) => `${workflowId ?? ''} ${activity}`;

  /** Workflows that another worker served since are none of ours any more. */
  const forget = (now: number): void => {
    for (const [each, { at }] of waiting) if (now - at > FORGET_MS) waiting.delete(each);
  };
  const failed = (where: Whereabouts, code: string, error: unknown): void => {
    failures.inc({ activity: where.activity, code });
    forget(clock());
    const known = waiting.get(key(where))?.code === code;
    waiting.set(key(where), { code, at: clock() });
    const line = { ...where, err: error, code };
    if (known) logger.debug(line, 'activity failed again');
    else logger.error(line, 'activity failed');
  };
  const worked = (where: Whereabouts): void => {
    const before = waiting.get(key(where));
    if (!before || !waiting.delete(key(where))) return;
    logger.info({ ...where, code: before.code }, 'activity works again');
  };
  return { registry, failed, worked };
}
export type FailureWatch = ReturnType<typeof createFailureWatch>;
