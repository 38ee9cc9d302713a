import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { epochMs } from '#protocol/text.schema';
import { clockCause } from '#protocol/views.schema';
import { endpoint } from './endpoint';

/** Who decided: staff by name and office, or nobody had to. */
const decider = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('staff'), name: z.string().nullable(), role: staffRole.nullable() }),
]);

export const timeLine = z.strictObject({
  what: z.union([clockCause, z.literal('extension')]),
  from: epochMs,
  /** Equal to `from` for what was added at once; null while it lasts. */
  to: epochMs.nullable(),
  /** What it gave by itself, in ms; null while it lasts. Lines that overlap give their union. */
  ms: z.number().nullable(),
  by: decider,
  /** Measured outage that staff have not answered yet. */
  waiting: z.boolean(),
});
export type TimeLine = z.infer<typeof timeLine>;

export const readTimeAccount = endpoint({
  method: 'GET',
  path: '/api/sitting/time-account',
  summary:
    "The candidate's own time: every pause, outage and extension of his clock, oldest first, and who decided.",
  who: 'device',
  output: z.strictObject({
    serverTime: epochMs,
    /** Null where no clock runs. */
    clock: z
      .strictObject({
        startedAt: epochMs,
        totalMs: z.number(),
        deadlineAt: epochMs.nullable(),
        /** What extensions added, and what stood still: union of all intervals. */
        extendedMs: z.number(),
        creditedMs: z.number(),
      })
      .nullable(),
    lines: z.array(timeLine),
  }),
  refusals: ['NOT_SIGNED_IN', 'UNAVAILABLE'],
});
