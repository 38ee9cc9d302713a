import { z } from 'zod';
import { epochMs, stepId, ulid } from '#protocol/text.schema';
import { breakCause, take } from '#steps/recording/schema';
import { endpoint } from './endpoint';
import { commandAnswer, commandId, done, position, sittingParams } from './shared';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const segmentNumber = z.number().int().min(1).max(200);
const takeParams = z.strictObject({ takeId: ulid });

/**
 * Slices arrive by tus 1.0.0 (creation, creation-with-upload, termination), so `tus-js-client` fits as it is:
 * `endpoint: slices.path`, `uploadDataDuringCreation: true`, header `x-position-epoch`, and as metadata
 * `{ take, span, segment, seq, from, to, digest, type }`. The position is the session's own.
 *
 * `segment`: 1, 2, … of this position in this take: one run of its recorder, so that its slices one after another are
 * one file. A reloaded page begins the next one. `span`: the take's span that it was recorded in. `seq`: 0, 1, … of the
 * segment. `from`, `to`: ms from the span's `beganAt`, as measured. `x-position-epoch`: the epoch under which it was
 * recorded; of a span that began before a takeover the older one is still taken.
 *
 * A slice is stored, encrypted and flushed, when the offset says so. The same slice created again answers with the same
 * upload at its offset; another digest under its number is refused CONFLICT. DIGEST_DIFFERS: send it again from 0.
 */
export const slices = {
  path: '/api/sitting/takes/slices',
  epochHeader: 'x-position-epoch',
  /** Bytes of one slice. */
  mostBytes: 16 * 1024 * 1024,
  types: ['video/webm', 'video/mp4', 'audio/webm', 'audio/mp4'],
} as const;

export const shownSlice = z.strictObject({
  seq: z.number().int(),
  /** Ms from the span's `beganAt`. */
  from: z.number().int(),
  to: z.number().int(),
  digest: sha256,
  bytes: z.number().int(),
  /** Bytes that have arrived; all of them: it is durable. */
  offset: z.number().int(),
});

export const shownSegment = z.strictObject({
  segment: segmentNumber,
  span: z.number().int(),
  mediaType: z.string(),
  slices: z.array(shownSlice),
  /** How many slices there are, once its device has said so; null: it may still record. */
  declared: z.number().int().nullable(),
  /** Everything declared has arrived. */
  complete: z.boolean(),
  /** Short-lived address of the slices as one file, without an index: for a preview at once. Null before the first. */
  url: z.string().nullable(),
});

/** The seekable file of one position of a take. `timeline`: where its segments stand in the take and in the file. */
export const joinedFile = z.strictObject({
  state: z.enum(['wanted', 'joining', 'ready', 'failed']),
  url: z.string().nullable(),
  posterUrl: z.string().nullable(),
  mediaType: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** `silent`: a track, but nothing on it. */
  sound: z.enum(['heard', 'silent', 'none']).nullable(),
  timeline: z.array(
    z.strictObject({
      segment: segmentNumber,
      span: z.number().int(),
      /** Ms from the span's `beganAt`. */
      fromMs: z.number().int(),
      /** Ms from the beginning of the file. */
      fileMs: z.number().int(),
      durationMs: z.number().int(),
    }),
  ),
});

export const recordedPosition = z.strictObject({
  position,
  segments: z.array(shownSegment),
  bytes: z.number().int(),
  /** Null before anything was wanted of it. */
  joined: joinedFile.nullable(),
});

export const recordedTake = z.strictObject({
  take,
  positions: z.array(recordedPosition),
  /** It counts, or did when the exam was over. */
  counts: z.boolean(),
});
export type RecordedTake = z.infer<typeof recordedTake>;

export const readTakes = endpoint({
  method: 'GET',
  path: '/api/sitting/takes',
  summary:
    'Takes with everything that the server has of them: for a page that comes back, the upload and the preview. Read ' +
    'it again while `joined` is wanted or joining, and when an address no longer works.',
  who: 'device',
  output: z.strictObject({ serverTime: epochMs, stepId, takes: z.array(recordedTake) }),
  refusals: ['NOT_NOW', 'UNAVAILABLE'],
});

export const declareSegment = endpoint({
  method: 'POST',
  path: '/api/sitting/takes/:takeId/segments',
  summary:
    'A device says that a segment of its own is over, and what it consists of. Slices may arrive later; what is ' +
    'declared is taken also after the take was confirmed. Safe to repeat; a later one may only add slices.',
  who: 'device',
  params: takeParams,
  body: z.strictObject({
    epoch: z.number().int(),
    segment: segmentNumber,
    span: z.number().int().min(1),
    mediaType: z.enum(slices.types),
    slices: z.array(z.strictObject({ digest: sha256, bytes: z.number().int().min(1) })).max(5_000),
  }),
  output: done,
  refusals: ['NOT_FOUND', 'NOT_NOW', 'TOO_LATE', 'CONFLICT', 'SUPERSEDED', 'UNAVAILABLE'],
});

export const breakTake = endpoint({
  method: 'POST',
  path: '/api/sitting/takes/:takeId/break',
  summary:
    'The take that the view says is being recorded is not: a page came back from a reload or a crash, a camera was ' +
    'lost. It ends with the last slice that the server knows, as a broken one, and costs nothing. Either device.',
  who: 'device',
  params: takeParams,
  body: z.strictObject({
    commandId,
    epoch: z.number().int(),
    stepId,
    cause: breakCause.extract(['reload', 'camera', 'position-lost', 'taken-over']),
    roomSeq: z.number().int().nonnegative(),
  }),
  output: commandAnswer,
  refusals: ['NOT_NOW', 'ALREADY_OVER', 'SUPERSEDED', 'UNAVAILABLE'],
});

export const confirmTake = endpoint({
  method: 'POST',
  path: '/api/sitting/takes/:takeId/confirm',
  summary:
    'This complete take is the answer to its question: the digests of its slices, as far as its devices have declared ' +
    'or sent them, are sealed. SLICES_MISSING: nothing of it is known to the server yet. After the last question the ' +
    'step is over.',
  who: 'candidate',
  params: takeParams,
  body: z.strictObject({
    commandId,
    epoch: z.number().int(),
    stepId,
    roomSeq: z.number().int().nonnegative(),
  }),
  output: commandAnswer,
  refusals: ['NOT_NOW', 'TOO_LATE', 'ALREADY_OVER', 'SLICES_MISSING', 'SUPERSEDED', 'UNAVAILABLE'],
});

export const readSittingTakes = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/takes',
  summary: 'What a candidate recorded, all takes of all questions, each audited as read.',
  who: { ability: 'read answers' },
  params: sittingParams,
  output: z.strictObject({
    serverTime: epochMs,
    steps: z.array(z.strictObject({ stepId, takes: z.array(recordedTake) })),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
