import type { KeptSegment, KeptSlice, SliceShelf } from './slice';

const startingWith = <T>(kept: ReadonlyMap<string, T>, sittingId: string): [string, T][] =>
  [...kept].filter(([key]) => key.startsWith(`${sittingId}/`)).sort(([a], [b]) => (a < b ? -1 : 1));

/** As long as the page: for browsers that refuse storage, and for a full disk. */
export function createMemoryShelf(): SliceShelf {
  const slices = new Map<string, KeptSlice>();
  const segments = new Map<string, KeptSegment>();
  return {
    waiting: async (sittingId) => startingWith(slices, sittingId).map(([key]) => key),
    slice: async (key) => slices.get(key),
    keep: async (slice, segment) => {
      slices.set(slice.key, slice);
      segments.set(segment.key, segment);
      return false;
    },
    keepSegment: async (segment) => void segments.set(segment.key, segment),
    removeSlice: async (key) => void slices.delete(key),
    removeSegment: async (key) => void segments.delete(key),
    segments: async (sittingId) => startingWith(segments, sittingId).map(([, segment]) => segment),
  };
}
