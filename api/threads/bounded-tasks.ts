/** What is read in a thread of its own. */
export type BoundedTask =
  | { readonly kind: 'xlsx'; readonly bytes: Uint8Array }
  | { readonly kind: 'heic'; readonly bytes: Uint8Array; readonly mostPixels: number };

export interface BoundedResult {
  readonly xlsx: readonly { readonly sheet: string; readonly rows: readonly (readonly unknown[])[] }[];
  /** Raw RGBA, upright as the file says; `tooLarge` where it has more pixels than are taken. */
  readonly heic:
    | { readonly tooLarge: true }
    | {
        readonly tooLarge: false;
        readonly width: number;
        readonly height: number;
        readonly rgba: Uint8Array;
      };
}
