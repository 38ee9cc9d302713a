import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** One registry an app, so that several apps in one process do not share counts. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'examhall_api_request_seconds',
      help: 'Time to answer, by endpoint and status; streams are counted when they end.',
      labelNames: ['endpoint', 'status'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    }),
    refusals: new Counter({
      name: 'examhall_api_refusals_total',
      help: 'Typed refusals, by endpoint and code.',
      labelNames: ['endpoint', 'code'],
      registers: [registry],
    }),
    undeclared: new Counter({
      name: 'examhall_api_undeclared_total',
      help: 'Answers or refusals that the contract does not declare: defects of ours.',
      labelNames: ['endpoint', 'what'],
      registers: [registry],
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
