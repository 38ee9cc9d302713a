import type { Refused, Result } from '../../../../api/result';
import type { KeptSeal, ShownSheet } from './kept-sheet';
import type { Seen } from './look-at';
import type { OnServer } from './sheet-list';
import type { SheetShelf } from './sheet-shelf';
import type { UploadOutcome, UploadWish } from './upload-sheet';

/** A file that was not taken into the list, by its name. */
export interface NotTaken {
  readonly name: string;
  readonly why: 'NOT_AN_IMAGE' | 'TOO_LARGE' | 'TOO_MANY_SHEETS' | 'IMAGE_UNREADABLE' | 'TWICE';
}

export interface SheetsState {
  /** In their order. */
  readonly sheets: readonly ShownSheet[];
  readonly server: OnServer | null;
  readonly notTaken: readonly NotTaken[];
  /** False where this browser keeps nothing over a reload. */
  readonly keptHere: boolean;
  /** A set is on its way to being confirmed. */
  readonly sealing: boolean;
  /** What was confirmed last is what stands in the list. */
  readonly sealed: boolean;
  /** Why the last set was not confirmed, or why nothing more is taken. */
  readonly refused: Refused | null;
  /** The sheet that was removed last, and may be put back. */
  readonly removed: ShownSheet | null;
}

export interface KeeperParts {
  readonly paper: string;
  readonly most: number;
  readonly shelf: SheetShelf;
  readonly read: () => Promise<Result<OnServer>>;
  readonly seal: (seal: KeptSeal) => Promise<Result<unknown>>;
  readonly upload: (
    wish: Pick<UploadWish, 'blob' | 'digest' | 'type' | 'onPart' | 'signal'>,
  ) => Promise<UploadOutcome>;
  readonly lookAt: (blob: Blob) => Promise<Seen | null>;
  readonly digestOf: (bytes: ArrayBuffer) => Promise<string>;
  /** Resolves when it is time to try again; at once when the network or the page comes back. */
  readonly wait: (attempt: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
}
