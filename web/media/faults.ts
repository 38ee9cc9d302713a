/** What can be wrong with a camera or microphone, as a page can find out. Each has its sentences in `common:faults`. */
export const mediaFaults = [
  /** Not https: the browser has no camera for such pages. */
  'insecure-context',
  /** No getUserMedia at all: an old browser, or one inside another app. */
  'no-camera-api',
  'no-camera',
  'no-microphone',
  /** The question was closed or answered with no, just now. It may be asked again. */
  'permission-denied',
  /** The answer was no earlier and is remembered: only the browser's settings help. */
  'permission-blocked',
  /** The system (macOS, Android, Windows) keeps the browser from it. */
  'permission-system',
  /** Another program or tab has it. */
  'camera-busy',
  'microphone-busy',
  /** The device was unplugged, or its driver gave up. */
  'camera-ended',
  /** It delivers pictures, all of them black: a shutter, a lid, another program. */
  'black-frames',
  'rear-camera',
  'silent-microphone',
  /** A call or the lock screen has the camera for the moment. */
  'camera-muted',
  'unknown-fault',
] as const;
export type MediaFault = (typeof mediaFaults)[number];

export interface Attempt {
  readonly wanted: 'camera' | 'microphone';
  readonly name: string;
  readonly message: string;
  /** What the browser remembers of the answer; null where it does not tell. */
  readonly permission: PermissionState | null;
}

function denied({ message, permission }: Attempt): MediaFault {
  if (/system|by the user agent/i.test(message)) return 'permission-system';
  return permission === 'denied' ? 'permission-blocked' : 'permission-denied';
}

/** Names what kept `getUserMedia` from one device. Old names of some engines are known too. */
export function nameFault(attempt: Attempt): MediaFault {
  const camera = attempt.wanted === 'camera';
  switch (attempt.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return denied(attempt);
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return camera ? 'no-camera' : 'no-microphone';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return camera ? 'camera-busy' : 'microphone-busy';
    case 'SecurityError':
      return 'insecure-context';
    default:
      return 'unknown-fault';
  }
}

/** Faults under which one device can never work on this page: asking again is of no use. */
export function isHopeless(fault: MediaFault): boolean {
  return fault === 'insecure-context' || fault === 'no-camera-api';
}
