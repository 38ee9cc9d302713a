import { z } from 'zod';
import { slices } from '#contract/takes';
import { ulid } from '#protocol/text.schema';
import { AppError } from '../errors';
import { malformed } from '../tus/headers';

/** A span is never longer than a take may be, with time to stop. */
const MOST_MS = 4_000_000;
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().max(most));

const metadata = z
  .object({
    take: ulid,
    span: whole(200).pipe(z.number().min(1)),
    segment: whole(200).pipe(z.number().min(1)),
    seq: whole(4_999),
    from: whole(MOST_MS),
    to: whole(MOST_MS),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    type: z.string().max(100),
  })
  .refine(({ from, to }) => from <= to);
export type AnnouncedSlice = z.infer<typeof metadata>;

const types: readonly string[] = slices.types;

/** @throws AppError MALFORMED, WRONG_TYPE, TOO_LARGE */
export function announcedSlice(given: Readonly<Record<string, string>>, bytes: number): AnnouncedSlice {
  const parsed = metadata.safeParse(given);
  if (!parsed.success) throw malformed('Upload-Metadata: take, span, segment, seq, from, to, digest, type');
  // What follows the media type names codecs, and says nothing that the file does not.
  const type = parsed.data.type.split(';')[0]?.trim() ?? '';
  if (!types.includes(type)) throw new AppError('WRONG_TYPE', { found: type });
  if (bytes > slices.mostBytes) throw new AppError('TOO_LARGE', { limit: slices.mostBytes });
  return { ...parsed.data, type };
}
