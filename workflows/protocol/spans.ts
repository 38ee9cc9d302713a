/** A half-open interval `[from, to)` of epoch ms; `to` may be infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** In order and without overlaps, so that nothing counts twice. */
export const unionOf = (spans: readonly Span[]): Span[] =>
  spans
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
    .reduce<Span[]>((merged, span) => {
      const last = merged.at(-1);
      if (!last || span.from > last.to) return [...merged, span];
      return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
    }, []);

/** What of `spans` none of `taken` covers. */
export const differenceOf = (spans: readonly Span[], taken: readonly Span[]): Span[] =>
  unionOf(taken).reduce<Span[]>(
    (left, hole) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, hole.from) },
          { from: Math.max(from, hole.to), to },
        ].filter((part) => part.from < part.to),
      ),
    unionOf(spans),
  );

/** Length of what the spans cover together. */
export const measureOf = (spans: readonly Span[]): number =>
  unionOf(spans).reduce((ms, { from, to }) => ms + to - from, 0);
