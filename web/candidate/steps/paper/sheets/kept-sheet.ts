import type { SheetRefusal } from './upload-sheet';

export type Turn = 0 | 90 | 180 | 270;

/** What a glance at the pixels says. It warns and never stops anybody. */
export type Look = 'fine' | 'dark' | 'blurred';

/** One photographed sheet as this browser keeps it; it outlives the page. */
export interface KeptSheet {
  readonly id: string;
  /** `sittingId/stepId` */
  readonly paper: string;
  /** Sheets stand in the order of their places, which need not be 1, 2, … */
  readonly place: number;
  readonly type: string;
  readonly bytes: number;
  /** As the camera gave it; null where another device took it and only the server has it. */
  readonly blob: Blob | null;
  /** Small, for the list; null where this browser cannot decode the picture. */
  readonly thumb: Blob | null;
  readonly look: Look | null;
  readonly turn: Turn;
  /** SHA-256 (hex) of the bytes; null until it is computed. */
  readonly digest: string | null;
}

/** A set that was confirmed here and is not acknowledged yet: repeated word for word. */
export interface KeptSeal {
  readonly commandId: string;
  readonly setId: string;
  readonly sheets: readonly { readonly digest: string; readonly bytes: number; readonly turn: Turn }[];
}

export type UploadState =
  | { readonly at: 'waiting' }
  /** `part` of the bytes, 0 to 1. */
  | { readonly at: 'sending'; readonly part: number }
  /** All bytes are there; the server looks whether it can read them. */
  | { readonly at: 'checking' }
  | { readonly at: 'ready'; readonly url: string | null }
  | { readonly at: 'refused'; readonly code: SheetRefusal };

export interface ShownSheet extends KeptSheet {
  readonly upload: UploadState;
}
