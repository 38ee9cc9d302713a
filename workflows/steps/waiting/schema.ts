import { z } from 'zod';
import { epochMs, localText, stepId } from '#protocol/text.schema';

/** Waiting area and invitation (2.1.6, 2.1.8). */
export const waitingConfig = z.strictObject({
  id: stepId,
  kind: z.literal('waiting'),
  title: localText,
  text: localText.optional(),
  invitationSeconds: z.number().int().min(30).max(900).default(120),
  remindAfterSeconds: z.number().int().min(10).max(600).default(60),
  /** Expected minutes of one interview, for the estimate shown until real ones are known. */
  expectedMinutes: z.number().int().min(1).max(240).default(20),
});
export const waitingMachine = z.object({
  id: stepId,
  kind: z.literal('waiting'),
  invitationSeconds: z.number(),
  remindAfterSeconds: z.number(),
  expectedMinutes: z.number(),
});
export const waitingCommands = [
  /** Start: the candidate takes the invitation and moves to the exam room. */
  z.strictObject({ name: z.literal('waiting.accept') }),
  /** One more minute, once an invitation. */
  z.strictObject({ name: z.literal('waiting.more-time') }),
  /** Away for some minutes: holds invitations until then. */
  z.strictObject({ name: z.literal('waiting.away'), minutes: z.number().int().min(1).max(10) }),
  z.strictObject({ name: z.literal('waiting.back') }),
] as const;
const queued = { kind: z.literal('waiting'), enteredAt: epochMs, deferrals: z.number(), missed: z.number() };
export const waitingView = z.discriminatedUnion('phase', [
  z.strictObject({ ...queued, phase: z.literal('queued') }),
  z.strictObject({ ...queued, phase: z.literal('away'), until: epochMs }),
  z.strictObject({
    ...queued,
    phase: z.literal('invited'),
    by: z.string(),
    invitedAt: epochMs,
    expiresAt: epochMs,
    remindAt: epochMs,
    moreTimeGiven: z.boolean(),
  }),
  /** Two invitations missed: the officer talks first. */
  z.strictObject({ ...queued, phase: z.literal('must-be-called') }),
]);
