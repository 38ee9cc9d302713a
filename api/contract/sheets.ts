import { z } from 'zod';
import { epochMs, stepId, ulid } from '#protocol/text.schema';
import { sealedSet } from '#steps/paper/schema';
import { endpoint } from './endpoint';
import { commandAnswer, commandId } from './shared';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/**
 * Uploads of sheets speak tus 1.0.0 (creation, termination), so `tus-js-client` fits as it is: `endpoint: uploads.path`,
 * `metadata: { step, digest, type }`, header `x-position-epoch`, `retryDelays`, any `chunkSize`. What has arrived stays
 * although the network or the page is gone; the same digest created again answers with the same upload, at its offset.
 * A refused sheet answers its last PATCH, and every later HEAD, with the refusal's status and body.
 */
export const uploads = {
  path: '/api/sitting/uploads',
  epochHeader: 'x-position-epoch',
  /** Bytes of one sheet. */
  mostBytes: 30 * 1024 * 1024,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'],
} as const;

/** Why a sheet was refused, in the order of the checks. */
export const sheetRefusals = [
  'NOT_AN_IMAGE',
  'WRONG_TYPE',
  'TOO_LARGE',
  'TOO_MANY_PIXELS',
  'IMAGE_TRUNCATED',
  'IMAGE_UNREADABLE',
  'DIGEST_DIFFERS',
] as const;

/** A sheet by the digest of its bytes as photographed. */
export const sheet = z.strictObject({
  digest: sha256,
  state: z.enum(['uploading', 'checking', 'ready', 'refused']),
  /** Bytes that have arrived. */
  offset: z.number().int(),
  bytes: z.number().int(),
  refused: z.enum(sheetRefusals).nullable(),
  /** Of the stored, upright picture; null until it is ready. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Short-lived address of the stored picture. */
  url: z.string().nullable(),
  receivedAt: epochMs.nullable(),
});
export type Sheet = z.infer<typeof sheet>;

export const readSheets = endpoint({
  method: 'GET',
  path: '/api/sitting/sheets',
  summary: 'Sheets that have arrived or are under way, and the sealed sets: for a page that comes back.',
  who: 'device',
  output: z.strictObject({
    serverTime: epochMs,
    stepId,
    most: z.number().int(),
    sheets: z.array(sheet),
    /** Oldest first. */
    sets: z.array(
      z.strictObject({ set: sealedSet, sheets: z.array(z.strictObject({ digest: sha256, turn })) }),
    ),
    /** The set that is the answer as things stand. */
    countedSetId: ulid.nullable(),
  }),
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const sealSheets = endpoint({
  method: 'POST',
  path: '/api/sitting/sheets/seal',
  summary:
    'Confirms a set: these sheets, in this order, are the answer. Their bytes may arrive later; the set counts once ' +
    'all have, and until then the one before does. Judged by its stamp against the last seal.',
  who: 'device',
  body: z.strictObject({
    commandId,
    epoch: z.number().int(),
    stepId,
    setId: ulid,
    sheets: z
      .array(z.strictObject({ digest: sha256, bytes: z.number().int().min(1).max(uploads.mostBytes), turn }))
      .min(1)
      .max(30),
    roomSeq: z.number().int().nonnegative(),
  }),
  output: commandAnswer,
  refusals: ['NOT_NOW', 'TOO_LATE', 'ALREADY_OVER', 'TOO_MANY_SHEETS', 'SUPERSEDED', 'UNAVAILABLE'],
});
