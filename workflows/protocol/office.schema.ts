import { z } from 'zod';
import { PICTURE_REASONS } from './face';

/** `draft`: nobody can enter. `open`: by its window. `closed`: for good. */
export const examStates = ['draft', 'open', 'closed'] as const;
export const examState = z.enum(examStates);
export type ExamState = z.infer<typeof examState>;

/** Why a photo of a zip file was not taken: what the models say of it, or whose it is. */
export const photoFault = z.strictObject({
  /** Name inside the zip file. */
  file: z.string(),
  reason: z.enum([...PICTURE_REASONS, 'no-such-ticket', 'sitting-begun', 'ticket-twice', 'unpackable']),
});
export type PhotoFault = z.infer<typeof photoFault>;
