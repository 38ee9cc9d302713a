import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptSeal, KeptSheet } from './kept-sheet';

/** That this browser has had a hand in a paper's sheets, and what it confirmed without an answer yet. */
export interface KeptHand {
  readonly paper: string;
  readonly seal: KeptSeal | null;
}

interface Schema extends DBSchema {
  sheets: { key: string; value: KeptSheet; indexes: { paper: string } };
  hands: { key: string; value: KeptHand };
}
type Database = IDBPDatabase<Schema>;

/** A database of its own: large pictures never stand in the way of commands and answers. */
const openShelf = (): Promise<Database> =>
  openDB<Schema>('examhall-sheets', 1, {
    upgrade(database) {
      database.createObjectStore('sheets', { keyPath: 'id' }).createIndex('paper', 'paper');
      database.createObjectStore('hands', { keyPath: 'paper' });
    },
  });

export interface SheetShelf {
  readonly sheetsOf: (paper: string) => Promise<readonly KeptSheet[]>;
  /** False where the browser keeps nothing (private windows, a full disk). */
  readonly put: (sheet: KeptSheet) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
  readonly handOf: (paper: string) => Promise<KeptHand | null>;
  readonly putHand: (hand: KeptHand) => Promise<void>;
}

export function createSheetShelf(open: () => Promise<Database> = openShelf): SheetShelf {
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
    sheetsOf: (paper) => safely((on) => on.getAllFromIndex('sheets', 'paper', paper), []),
    put: (sheet) => safely(async (on) => Boolean(await on.put('sheets', sheet)), false),
    remove: (id) => safely((on) => on.delete('sheets', id), undefined),
    handOf: (paper) => safely(async (on) => (await on.get('hands', paper)) ?? null, null),
    putHand: (hand) => safely(async (on) => void (await on.put('hands', hand)), undefined),
  };
}
