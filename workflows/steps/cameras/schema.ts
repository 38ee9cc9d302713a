import { z } from 'zod';
import { epochMs, localText, stepId } from '#protocol/text.schema';

/** Second camera (2.1.7): another device joins as position 2. */
export const camerasConfig = z.strictObject({
  id: stepId,
  kind: z.literal('cameras'),
  title: localText,
  text: localText,
  positions: z.literal(2).default(2),
});
export const camerasMachine = z.object({ id: stepId, kind: z.literal('cameras'), positions: z.literal(2) });
export const camerasCommands = [z.strictObject({ name: z.literal('cameras.finish') })] as const;
export const camerasView = z.strictObject({
  kind: z.literal('cameras'),
  phase: z.enum(['pairing', 'paired']),
  waived: z.boolean(),
  pairedAt: epochMs.nullable(),
});
