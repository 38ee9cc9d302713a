import { z } from 'zod';
import { localText, stepId } from '#protocol/text.schema';

/** The integrity pledge (2.1.3, 2.4.3): read to its end and agreed to; version and digest are kept. */
export const pledgeConfig = z.strictObject({
  id: stepId,
  kind: z.literal('pledge'),
  title: localText,
  text: localText,
  version: z.string().min(1).max(40),
});
export const pledgeMachine = z.object({
  id: stepId,
  kind: z.literal('pledge'),
  version: z.string(),
  /** SHA-256 (hex) of the published text in both languages; added when the flow is published. */
  digest: z.string(),
});
export const pledgeCommands = [
  z.strictObject({ name: z.literal('pledge.agree'), version: z.string(), digest: z.string() }),
] as const;
export const pledgeView = z.strictObject({
  kind: z.literal('pledge'),
  phase: z.literal('reading'),
  version: z.string(),
  digest: z.string(),
});
