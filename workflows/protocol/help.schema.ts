import { z } from 'zod';
import { deviceState } from './live.schema';
import { stepId } from './text.schema';

const word = z.string().max(40);

/** What a page knows of itself when its candidate asks for help: facts to find the cause by, nothing personal. */
export const helpReport = z.strictObject({
  position: z.union([z.literal(1), z.literal(2)]),
  /** Null outside of the steps: on the home page, or after the end. */
  stepId: stepId.nullable(),
  device: deviceState.nullable(),
  /** Faults of camera and microphone by name, as the page shows them. */
  faults: z.array(word).max(20),
  /** What this browser cannot do. */
  lacks: z.array(word).max(20),
  /** "Chrome 131 · Windows" */
  browser: z.string().max(120),
  /** "1440 × 900" */
  screen: z.string().max(40),
  language: word,
});
export type HelpReport = z.infer<typeof helpReport>;
