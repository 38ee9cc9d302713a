import { z } from 'zod';
import { uploads } from '#contract/sheets';
import { stepId } from '#protocol/text.schema';
import { AppError } from '../errors';

const metadata = z.object({
  step: stepId,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(uploads.types),
});

export const malformed = (message: string) => new AppError('MALFORMED', { issues: [{ path: '', message }] });

/** @throws AppError MALFORMED */
export function whole(said: string): number {
  if (!/^\d{1,12}$/.test(said)) throw malformed('a whole number expected');
  return Number(said);
}

/** `key base64,key base64`, as the protocol has it. @throws AppError MALFORMED, NOT_AN_IMAGE */
export function metadataOf(header: string): z.infer<typeof metadata> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  const given = Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
  const parsed = metadata.safeParse(given);
  if (parsed.success) return parsed.data;
  const type = parsed.error.issues.some(({ path }) => path[0] === 'type');
  throw type ? new AppError('NOT_AN_IMAGE') : malformed('Upload-Metadata: step, digest, type expected');
}
