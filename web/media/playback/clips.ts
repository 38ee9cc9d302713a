import type { RecordedTake } from '#contract/takes';

/** A stretch of a film: where it stands in the take, and where in its file. */
export interface Clip {
  readonly url: string;
  /** Ms of the take. */
  readonly fromMs: number;
  readonly durationMs: number;
  /** Ms of the file at `fromMs`. */
  readonly fileMs: number;
}

/** One position's part of a take, to be played in step with the other's. */
export interface Film {
  readonly position: 1 | 2;
  readonly clips: readonly Clip[];
  readonly posterUrl: string | null;
  /** `joined`: one seekable file. `parts`: as it arrived. */
  readonly made: 'joined' | 'parts';
}

type Position = RecordedTake['positions'][number];
type Spans = RecordedTake['take']['spans'];

/** Where each span begins in the take: spans follow one another, the time between them was not recorded. */
function spanStarts(spans: Spans): ReadonlyMap<number, number> {
  let at = 0;
  return new Map(
    spans.map(({ n, beganAt, stoppedAt }) => {
      const start = at;
      at += Math.max(0, (stoppedAt ?? beganAt) - beganAt);
      return [n, start];
    }),
  );
}

/** Ms recorded, without the time between spans. */
export const lengthOf = ({ take }: RecordedTake): number =>
  take.spans.reduce((ms, { beganAt, stoppedAt }) => ms + Math.max(0, (stoppedAt ?? beganAt) - beganAt), 0);

function joinedClips({ joined }: Position, starts: ReadonlyMap<number, number>): readonly Clip[] {
  const url = joined?.state === 'ready' ? joined.url : null;
  if (!joined || url === null) return [];
  return joined.timeline.map(({ span, fromMs, fileMs, durationMs }) => ({
    ...{ url, fileMs, durationMs },
    fromMs: (starts.get(span) ?? 0) + fromMs,
  }));
}

function partClips({ segments }: Position, starts: ReadonlyMap<number, number>): readonly Clip[] {
  return segments.flatMap(({ url, span, slices }) => {
    const [first, last] = [slices[0], slices.at(-1)];
    if (url === null || !first || !last) return [];
    const fromMs = (starts.get(span) ?? 0) + first.from;
    return [{ url, fromMs, durationMs: Math.max(0, last.to - first.from), fileMs: 0 }];
  });
}

/** What can be played of a take now, by position. */
export function filmsOf(recorded: RecordedTake): readonly Film[] {
  const starts = spanStarts(recorded.take.spans);
  return recorded.positions.map((each) => {
    const joined = joinedClips(each, starts);
    const clips = joined.length > 0 ? joined : partClips(each, starts);
    return {
      position: each.position,
      clips: [...clips].sort((a, b) => a.fromMs - b.fromMs),
      posterUrl: each.joined?.posterUrl ?? null,
      made: joined.length > 0 ? 'joined' : 'parts',
    };
  });
}

/** The clip that plays at an instant of the take; null where this position recorded nothing then. */
export const clipAt = (clips: readonly Clip[], atMs: number): Clip | null =>
  clips.findLast(({ fromMs, durationMs }) => fromMs <= atMs && atMs < fromMs + durationMs) ?? null;

/** The same films at the same places: addresses are short-lived and change with every reading. */
export const signatureOf = (films: readonly Film[]): string =>
  films
    .map(({ position, made, clips }) =>
      [position, made, ...clips.map(({ fromMs, durationMs }) => `${fromMs}+${durationMs}`)].join(' '),
    )
    .join('|');
