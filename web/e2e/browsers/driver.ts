/** Another browser than Chromium, as far as the smoke path needs one: pages are asked by script, touched by a real pointer. */
export interface Driver {
  readonly version: string;
  readonly goto: (url: string) => Promise<void>;
  /** Runs the body of a function in the page; `args` are `arguments`, all as JSON. */
  readonly run: <T>(body: string, ...args: readonly unknown[]) => Promise<T>;
  readonly tap: (x: number, y: number) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** A PNG. */
  readonly picture: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** The actions of W3C WebDriver, which both protocols share. */
export const tapAt = (x: number, y: number) => [
  {
    type: 'pointer',
    id: 'finger',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

export const typing = (text: string) => [
  {
    type: 'key',
    id: 'keys',
    actions: [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  },
];
