import { z } from 'zod';
import { deviceState } from './live.schema';
import { rehearsalReasons } from './rehearsal';
import { epochMs, ulid } from './text.schema';

const position = z.union([z.literal(1), z.literal(2)]);

/** What one device says of itself during a rehearsal, every few seconds. */
export const rehearsalReport = z.strictObject({
  browser: z.string().max(120),
  screen: z.string().max(40),
  /** What this browser cannot do, by name. */
  lacks: z.array(z.string().max(40)).max(20),
  device: deviceState,
  /** Faults of camera and microphone by name, as the page shows them. */
  faults: z.array(z.string().max(40)).max(20),
  /** Loudest that the microphone was, 0 to 1; null where nothing was heard yet. */
  loudest: z.number().min(0).max(1).nullable(),
});
export type RehearsalReport = z.infer<typeof rehearsalReport>;

/** Ten seconds of one camera as they arrived: in parts, each with its digest. */
export const rehearsalTake = z.strictObject({
  position,
  mediaType: z.string().regex(/^video\/(webm|mp4)(;[\w=.,"' -]{0,60})?$/),
  parts: z.number().int().min(1).max(24),
  bytes: z.number().int().positive(),
  /** Length as recorded, ms. */
  ms: z.number().int().min(0).max(60_000),
  /** Measured while it was sent. */
  uplinkKbps: z.number().min(0).max(10_000_000),
  at: epochMs,
});
export type RehearsalTake = z.infer<typeof rehearsalTake>;

export const rehearsalReason = z.enum(rehearsalReasons);

/** A rehearsal as the candidate's own pages see it. */
export const rehearsalState = z.strictObject({
  id: ulid,
  beganAt: epochMs,
  /** The ten seconds that are being recorded, or were: both devices begin when they see it. */
  trial: z.strictObject({ number: z.number().int(), beganAt: epochMs }).nullable(),
  takes: z.array(rehearsalTake),
  /** Parts that arrived of the trial, by position: what need not be sent again. */
  arrived: z.array(z.strictObject({ position, part: z.number().int() })),
  result: z
    .strictObject({ at: epochMs, outcome: z.enum(['passed', 'failed']), reasons: z.array(rehearsalReason) })
    .nullable(),
});
export type RehearsalState = z.infer<typeof rehearsalState>;
