import { z } from 'zod';
import { CHALLENGES, FACE_LIMITS, FACE_POSES, LIVENESS_REASONS, PICTURE_REASONS } from '#protocol/face';
import { epochMs, localText, stepId } from '#protocol/text.schema';

export const challenge = z.enum(CHALLENGES);
export const pose = z.enum(FACE_POSES);
export const identityDecider = z.enum(['waiting-officer', 'invigilator', 'review-desk']);
const objectKey = z.string().regex(/^[A-Za-z0-9_-]{16,80}$/);

/** Face check (2.1.5, 2.4.5): live challenges, comparison with the registered photo, never a lock-out. */
export const faceCheckConfig = z.strictObject({
  id: stepId,
  kind: z.literal('face-check'),
  title: localText,
  /** What is compared, how long pictures are kept, and the equal way by ID card. */
  notice: localText,
  attempts: z.number().int().min(1).max(10).default(3),
  challenges: z.number().int().min(1).max(3).default(2),
  secondsPerChallenge: z.number().int().min(8).max(120).default(20),
  /** Who decides the identity case when the check is not passed. */
  decidedBy: identityDecider,
});
export const faceCheckMachine = z.object({
  id: stepId,
  kind: z.literal('face-check'),
  attempts: z.number(),
  challenges: z.number(),
  secondsPerChallenge: z.number(),
  decidedBy: identityDecider,
});
export const faceCheckCommands = [
  /** Consent given, capture begins: the server answers with a nonce and the order of challenges. */
  z.strictObject({ name: z.literal('face-check.begin'), consent: z.literal(true) }),
  /** The stills of one attempt, in the order asked, as keys of `POST /api/sitting/stills`. */
  z.strictObject({
    name: z.literal('face-check.submit'),
    nonce: z.string().max(64),
    frames: z
      .array(z.strictObject({ pose, keys: z.array(objectKey).min(1).max(FACE_LIMITS.framesPerStep) }))
      .min(2)
      .max(4),
  }),
  /** "Check me by ID card instead", offered with equal weight before any capture. */
  z.strictObject({ name: z.literal('face-check.by-card') }),
  /** Go on after a failure: a person will look. */
  z.strictObject({ name: z.literal('face-check.go-on') }),
] as const;

/** Why this attempt did not pass: `timed-out` and `fault` cost none. */
export const faceFailure = z.enum([
  ...PICTURE_REASONS,
  ...LIVENESS_REASONS,
  'no-match',
  'timed-out',
  'fault',
]);
export type FaceFailure = z.infer<typeof faceFailure>;

export const faceCheckView = z.discriminatedUnion('phase', [
  /** Notice and consent, before any capture. */
  z.strictObject({
    kind: z.literal('face-check'),
    phase: z.literal('notice'),
    attempts: z.number(),
    attemptsLeft: z.number(),
  }),
  z.strictObject({
    kind: z.literal('face-check'),
    phase: z.literal('challenge'),
    attempts: z.number(),
    attemptsLeft: z.number(),
    nonce: z.string(),
    challenges: z.array(challenge),
    deadlineAt: epochMs,
  }),
  z.strictObject({
    kind: z.literal('face-check'),
    phase: z.literal('comparing'),
    attempts: z.number(),
    attemptsLeft: z.number(),
    since: epochMs,
  }),
  /** Not passed this time. `free` when it cost no attempt (time-out, a fault of ours). */
  z.strictObject({
    kind: z.literal('face-check'),
    phase: z.literal('failed'),
    attempts: z.number(),
    attemptsLeft: z.number(),
    reason: faceFailure,
    free: z.boolean(),
  }),
]);
