import { z } from 'zod';
import { refusalCodes, type Refusal } from '#protocol/refusals';

const refusalBody = z.object({
  refused: z.enum(refusalCodes),
  details: z.record(z.string(), z.unknown()).optional(),
});

const byStatus: Readonly<Record<number, Refusal['refused']>> = {
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'SLOW_DOWN',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** The refusal in a body; where a proxy answered in the server's place, what its status means. */
export function refusalOf(status: number, body: unknown): Refusal {
  const read = refusalBody.safeParse(body);
  if (read.success) return read.data;
  return { refused: byStatus[status] ?? 'INTERNAL' };
}

type Issue = z.core.$ZodIssue;

function onlyNewer(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return true;
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some((branch) => branch.length > 0 && branch.every(onlyNewer))
  );
}

/**
 * Reads a value by its schema. A page that was opened before an update must not fall over fields that it does
 * not know yet: these alone are let through; anything else wrong makes the answer unreadable (`undefined`).
 */
export function readBy<S extends z.ZodType>(schema: S, body: unknown): z.output<S> | undefined {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  return read.error.issues.every(onlyNewer) ? (body as z.output<S>) : undefined;
}
