import { z } from 'zod';
import { epochMs, localText, stepId } from '#protocol/text.schema';

export const criterion = z.strictObject({
  id: stepId,
  title: localText,
  note: localText.optional(),
  max: z.number().int().min(1).max(1000),
});
export type Criterion = z.infer<typeof criterion>;

/** How a panel's sheets become one number. */
export const scoringRule = z.strictObject({
  /** From so many sheets on, the highest and the lowest total are left out; null: never. */
  dropExtremesFrom: z.number().int().min(3).max(30).nullable().default(null),
  /** A panel further apart than so many points is asked before anybody signs; null: never. */
  askWhenApart: z.number().min(0.5).max(1000).nullable().default(null),
});
export type ScoringRule = z.infer<typeof scoringRule>;

/** A question of the panel's bank: plain text in both voices, or a PDF of the flow's folder. */
export const question = z.strictObject({
  id: stepId,
  title: localText,
  text: localText.optional(),
  pdf: z.string().max(200).optional(),
});

/** The live interview (2.1.8, 2.1.9). */
export const interviewConfig = z.strictObject({
  id: stepId,
  kind: z.literal('interview'),
  title: localText,
  minutes: z.number().int().min(1).max(240).default(20),
  /** Grace after the deadline in which commands stamped in time still count. */
  closingSeconds: z.number().int().min(30).max(600).default(30),
  /** What happens at the deadline: staff are told and end it themselves, or the clock ends it. */
  atDeadline: z.enum(['tell', 'end']).default('tell'),
  questions: z.array(question).max(50).default([]),
  criteria: z.array(criterion).max(20).default([]),
  /** Without it every sheet counts the same. */
  scoring: scoringRule.optional(),
});
export const interviewMachine = z.object({
  id: stepId,
  kind: z.literal('interview'),
  minutes: z.number(),
  closingSeconds: z.number(),
  atDeadline: z.enum(['tell', 'end']),
  questions: z.array(z.object({ id: stepId })),
});
export const interviewCommands = [
  z.strictObject({ name: z.literal('interview.open-question'), question: stepId }),
] as const;
export const interviewView = z.strictObject({
  kind: z.literal('interview'),
  phase: z.enum(['running', 'closing', 'ending']),
  startedAt: epochMs,
  /** Set while an ending can be taken back. */
  ending: z.strictObject({ by: z.string(), at: epochMs, undoUntil: epochMs }).nullable(),
  questions: z.array(z.strictObject({ id: stepId, dispatchedAt: epochMs, openedAt: epochMs.nullable() })),
});
