/** What is used of libheif's binding; the package brings no types. */
declare module 'libheif-js/wasm-bundle' {
  interface Shown {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  interface Picture {
    get_width(): number;
    get_height(): number;
    display(into: Shown, done: (shown: Shown | null) => void): void;
    free(): void;
  }
  export class HeifDecoder {
    decode(bytes: Uint8Array): Picture[];
  }
}
