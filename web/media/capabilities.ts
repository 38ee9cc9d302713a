/** What a browser may lack. Found by trying, never by its name; each has its sentences in `common:lacks`. */
export const lackCodes = [
  'insecure-context',
  'no-camera-api',
  'no-webrtc',
  'no-event-stream',
  'no-storage',
  'no-crypto',
  'no-sound',
  'no-recorder',
  'no-wake-lock',
  'no-tab-locks',
  'no-screen-share',
] as const;
export type Lack = (typeof lackCodes)[number];

/** What it costs: nothing works, recording does not, or something is less comfortable. */
export type Weight = 'blocks' | 'blocks-recording' | 'comfort';

export const lackWeights = {
  'insecure-context': 'blocks',
  'no-camera-api': 'blocks',
  'no-webrtc': 'blocks',
  'no-event-stream': 'blocks',
  'no-storage': 'blocks',
  'no-crypto': 'blocks',
  'no-sound': 'comfort',
  'no-recorder': 'blocks-recording',
  'no-wake-lock': 'comfort',
  'no-tab-locks': 'comfort',
  'no-screen-share': 'comfort',
} as const satisfies Record<Lack, Weight>;

/** The parts of a browser's `window` that matter. */
export interface BrowserParts {
  readonly isSecureContext: boolean;
  readonly navigator: {
    readonly mediaDevices?: { readonly getUserMedia?: unknown; readonly getDisplayMedia?: unknown };
    readonly locks?: unknown;
    readonly wakeLock?: unknown;
  };
  readonly RTCPeerConnection?: unknown;
  readonly EventSource?: unknown;
  readonly indexedDB?: unknown;
  readonly AudioContext?: unknown;
  readonly MediaRecorder?: unknown;
  readonly crypto?: { readonly subtle?: unknown };
}

/** All lacks of a browser, in the order of their weight. */
export function lacksOf(browser: BrowserParts): readonly Lack[] {
  const { navigator } = browser;
  const there = {
    'insecure-context': browser.isSecureContext,
    'no-camera-api': navigator.mediaDevices?.getUserMedia,
    'no-webrtc': browser.RTCPeerConnection,
    'no-event-stream': browser.EventSource,
    'no-storage': browser.indexedDB,
    'no-crypto': browser.crypto?.subtle,
    'no-sound': browser.AudioContext,
    'no-recorder': browser.MediaRecorder,
    'no-wake-lock': navigator.wakeLock,
    'no-tab-locks': navigator.locks,
    'no-screen-share': navigator.mediaDevices?.getDisplayMedia,
  } satisfies Record<Lack, unknown>;
  return lackCodes.filter((code) => !there[code]);
}

/** Enough to sit an interview with. */
export function canEnter(lacks: readonly Lack[]): boolean {
  return lacks.every((lack) => lackWeights[lack] !== 'blocks');
}
