import { z } from 'zod';

/** What two peers tell each other about the link between them. `link` counts connections: a higher one replaces a lower. */
export const letter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('description'),
    link: z.number().int(),
    type: z.enum(['offer', 'answer', 'pranswer', 'rollback']),
    sdp: z.string(),
  }),
  z.object({
    kind: z.literal('candidates'),
    link: z.number().int(),
    candidates: z.array(
      z.object({
        candidate: z.string(),
        sdpMid: z.string().nullable(),
        sdpMLineIndex: z.number().nullable(),
        usernameFragment: z.string().nullable(),
      }),
    ),
  }),
  /** This connection was made anew on one end: make it anew on the other, whoever has something to send. */
  z.object({ kind: z.literal('renewed'), link: z.number().int() }),
  /** What I send you from now on: silence and darkness are then no fault. */
  z.object({ kind: z.literal('sending'), camera: z.enum(['live', 'stills', 'none']), sound: z.boolean() }),
  /** Staff to a position 2: I talk with you, or no longer. */
  z.object({ kind: z.literal('talk'), on: z.boolean() }),
  /** Between the two devices of a candidate: how far I have given way. */
  z.object({ kind: z.literal('ease'), level: z.number() }),
  z.object({ kind: z.literal('bye') }),
]);
export type Letter = z.infer<typeof letter>;

/**
 * The body of one mail: some letters, numbered without gaps within a thread. A page that joins again with its seat
 * begins a new `life`; a page that meets another anew begins a new `thread`. Both grow within one page.
 */
export const envelope = z.object({
  life: z.number().int(),
  thread: z.number().int(),
  toEpoch: z.number().int(),
  /** The receiver's life as far as he told it; null before his first mail. */
  toLife: z.number().int().nullable(),
  /** The receiver's thread, once it was read from its first letter on: who knows it has nothing to start over. */
  toThread: z.number().int().nullable().default(null),
  seq: z.number().int().nonnegative(),
  letters: z.array(letter),
});
export type Envelope = z.infer<typeof envelope>;
