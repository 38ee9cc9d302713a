import { z } from 'zod';

/** A configured text in both languages of the interface. */
export const localText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof localText>;

/** Name of a step inside its flow: stable, used in commands and histories. */
export const stepId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, figures and hyphens');

export const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'an ULID');
export const epochMs = z.number().int().nonnegative();
