import { z } from 'zod';
import { localText, stepId } from '#protocol/text.schema';

/** A text to be read before going on. */
export const noticeConfig = z.strictObject({
  id: stepId,
  kind: z.literal('notice'),
  title: localText,
  text: localText,
});
export const noticeMachine = z.object({ id: stepId, kind: z.literal('notice') });
export const noticeCommands = [z.strictObject({ name: z.literal('notice.read') })] as const;
export const noticeView = z.strictObject({ kind: z.literal('notice'), phase: z.literal('reading') });
