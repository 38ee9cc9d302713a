import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptCommand } from '../commands/outbox';

/** What this browser keeps of a sitting. `sessionStorage` is no place for it: duplicating a tab clones it. */
interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand };
}

export type Database = IDBPDatabase<Schema>;

export function openDatabase(): Promise<Database> {
  return openDB<Schema>('examhall', 1, {
    upgrade(database) {
      database.createObjectStore('commands', { keyPath: 'commandId' });
    },
  });
}
