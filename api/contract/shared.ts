import { z } from 'zod';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';
import { candidateView } from '#protocol/views.schema';

/** Made once a click by the browser and kept until answered; a repeat gets the first answer. */
export const commandId = ulid;
export const deviceId = ulid;
export const position = z.union([z.literal(1), z.literal(2)]);

export const done = z.strictObject({ done: z.literal(true) });

export const examCard = z.strictObject({
  id: ulid,
  code: z.string(),
  title: localText,
  institution: localText,
  phone: z.string(),
  /** Shown from the page's cache when the server is out of reach. */
  backupText: localText,
});

/** Texts of a step for the screens; machine-relevant parts come with the view. */
export const stepTexts = z.strictObject({
  id: stepId,
  kind: z.string(),
  title: localText,
  text: localText.nullable(),
  notice: localText.nullable(),
});

export const window = z.strictObject({ opensAt: epochMs, entryClosesAt: epochMs, closesAt: epochMs });

export const commandAnswer = z.strictObject({ revision: z.number().int(), view: candidateView });

export const picture = z.strictObject({
  /** Opaque key for commands. */
  key: z.string(),
  /** SHA-256 (hex) of the stored, re-encoded picture. */
  digest: z.string(),
});

export const sittingParams = z.strictObject({ sittingId: ulid });
export const roomParams = z.strictObject({ roomId: ulid });
