import { createMemoryShelf } from '../../media/recorder/memory-shelf';
import type { KeptSegment, KeptSlice, SliceShelf } from '../../media/recorder/slice';
import { openDatabase, type Database } from './database';

const of = (sittingId: string): IDBKeyRange => IDBKeyRange.bound(`${sittingId}/`, `${sittingId}/\uffff`);

async function keepIn(database: Database, slice: KeptSlice, segment: KeptSegment): Promise<boolean> {
  const change = database.transaction(['slices', 'segments'], 'readwrite');
  await Promise.all([
    change.objectStore('slices').put(slice),
    change.objectStore('segments').put(segment),
    change.done,
  ]);
  return true;
}

/** In the database of this browser; what it has no room for stays in the page and is sent all the same. */
export function createSliceShelf(open: () => Promise<Database> = openDatabase): SliceShelf {
  const spare = createMemoryShelf();
  const database = open();
  // Asked for below, where a refusal has an answer.
  database.catch(() => undefined);
  const safely = async <T>(act: (on: Database) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act(await database);
    } catch {
      return otherwise;
    }
  };
  return {
    waiting: async (sittingId) => {
      const kept = await safely((on) => on.getAllKeys('slices', of(sittingId)), []);
      return [...kept, ...(await spare.waiting(sittingId))].sort();
    },
    slice: async (key) =>
      (await spare.slice(key)) ?? (await safely((on) => on.get('slices', key), undefined)),
    keep: async (slice, segment) => {
      if (!(await safely((on) => keepIn(on, slice, segment), false))) return spare.keep(slice, segment);
      await spare.removeSegment(segment.key);
      return true;
    },
    keepSegment: async (segment) => {
      const kept = await safely(async (on) => Boolean(await on.put('segments', segment)), false);
      await (kept ? spare.removeSegment(segment.key) : spare.keepSegment(segment));
    },
    removeSlice: async (key) => {
      await spare.removeSlice(key);
      await safely((on) => on.delete('slices', key), undefined);
    },
    removeSegment: async (key) => {
      await spare.removeSegment(key);
      await safely((on) => on.delete('segments', key), undefined);
    },
    segments: async (sittingId) => {
      const kept = await safely((on) => on.getAll('segments', of(sittingId)), []);
      const here = new Map(kept.map((segment) => [segment.key, segment]));
      (await spare.segments(sittingId)).forEach((segment) => here.set(segment.key, segment));
      return [...here.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}
