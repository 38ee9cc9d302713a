import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptSegment, KeptSlice } from '../../media/recorder/slice';
import type { KeptCommand } from '../commands/outbox';
import type { KeptAnswers } from '../steps/paper/answers/answer-shelf';

/** What this browser keeps of a sitting. `sessionStorage` is no place for it: duplicating a tab clones it. */
interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand };
  answers: { key: string; value: KeptAnswers };
  slices: { key: string; value: KeptSlice };
  segments: { key: string; value: KeptSegment };
}

export type Database = IDBPDatabase<Schema>;

export function openDatabase(): Promise<Database> {
  return openDB<Schema>('examhall', 3, {
    upgrade(database, from) {
      if (from < 1) database.createObjectStore('commands', { keyPath: 'commandId' });
      if (from < 2) database.createObjectStore('answers', { keyPath: 'key' });
      if (from < 3) {
        database.createObjectStore('slices', { keyPath: 'key' });
        database.createObjectStore('segments', { keyPath: 'key' });
      }
    },
    // A page of an older release must not keep a newer one waiting.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
}
