import { z } from 'zod';
import { stepConfig, type StepMachine } from '#steps/schemas';
import { localText } from './text.schema';

/** A flow as an administrator writes it: an ordered sequence of steps with all their texts. */
export const flowDocument = z.strictObject({
  name: localText,
  steps: z.array(stepConfig).min(1).max(40),
});
export type FlowDocument = z.infer<typeof flowDocument>;

/** What a sitting carries of its flow: immutable, machine-relevant, without texts. */
export interface FlowSnapshot {
  readonly flowVersionId: string;
  readonly steps: readonly StepMachine[];
}
