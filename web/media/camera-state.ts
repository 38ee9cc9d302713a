import type { MediaFault } from './faults';
import type { LightWord } from './picture-light';

/** The words that presence reports use of a device, so that staff see what the page sees. */
export type CameraWord = 'live' | 'off' | 'muted' | 'covered' | 'ended' | 'denied' | 'unknown';
export type MicrophoneWord = 'live' | 'off' | 'muted' | 'silent' | 'denied' | 'unknown';

export interface DeviceChoice {
  readonly id: string;
  /** The device's own name; empty until permission is given. */
  readonly name: string;
}

export interface CameraOwnerState {
  /** `off`: not asked for, or given back. `interrupted`: had it, and a call, a lock or another program took it. */
  readonly status: 'off' | 'asking' | 'live' | 'interrupted' | 'failed';
  /** Changes when a device is opened anew: show it, send it by `replaceTrack`, never keep it. */
  readonly stream: MediaStream | null;
  readonly camera: CameraWord;
  readonly microphone: MicrophoneWord;
  readonly faults: readonly MediaFault[];
  /** The full-screen "tap to resume": only the reader can bring the picture back. */
  readonly needsTap: boolean;
  readonly light: LightWord | null;
  readonly cameras: readonly DeviceChoice[];
  readonly microphones: readonly DeviceChoice[];
}

export const cameraOff: CameraOwnerState = {
  status: 'off',
  stream: null,
  camera: 'off',
  microphone: 'off',
  faults: [],
  needsTap: false,
  light: null,
  cameras: [],
  microphones: [],
};

/** What the page knows of one track. Null: there is none. */
export interface TrackFacts {
  readonly ended: boolean;
  readonly muted: boolean;
}

export interface OwnerFacts {
  readonly asked: { readonly camera: boolean; readonly microphone: boolean };
  readonly camera: TrackFacts | null;
  readonly microphone: TrackFacts | null;
  /** What the request named. */
  readonly requestFaults: readonly MediaFault[];
  /** `choice`: whether there is another camera to change to. */
  readonly facing: {
    readonly wanted: 'user' | 'environment';
    readonly got: string | null;
    readonly choice: boolean;
  };
  /** Several dark looks in a row; one black frame is no cover. */
  readonly blackLooks: number;
  readonly light: LightWord | null;
  /** How long the microphone has heard nothing at all, ms. */
  readonly silentForMs: number;
  /** How long the camera has been muted or ended while the page was visible, ms. */
  readonly goneForMs: number;
}

export const BLACK_LOOKS = 3;
export const SILENT_MS = 8_000;
/** A camera that comes back by itself does so at once; after this it wants a tap. */
export const TAP_AFTER_MS = 2_000;

const refused: readonly MediaFault[] = ['permission-denied', 'permission-blocked', 'permission-system'];

function cameraWord(facts: OwnerFacts): CameraWord {
  if (!facts.asked.camera) return 'off';
  if (!facts.camera)
    return facts.requestFaults.some((fault) => refused.includes(fault)) ? 'denied' : 'unknown';
  if (facts.camera.ended) return 'ended';
  if (facts.camera.muted) return 'muted';
  return facts.blackLooks >= BLACK_LOOKS ? 'covered' : 'live';
}

function microphoneWord(facts: OwnerFacts): MicrophoneWord {
  if (!facts.asked.microphone) return 'off';
  if (!facts.microphone) {
    return facts.requestFaults.some((fault) => refused.includes(fault)) ? 'denied' : 'unknown';
  }
  if (facts.microphone.ended || facts.microphone.muted) return 'muted';
  return facts.silentForMs >= SILENT_MS ? 'silent' : 'live';
}

const asFault = (holds: boolean, fault: MediaFault): readonly MediaFault[] => (holds ? [fault] : []);

/** The words and faults of what is known. Pure: the owner only gathers facts. */
export function judge(
  facts: OwnerFacts,
): Pick<CameraOwnerState, 'camera' | 'microphone' | 'faults' | 'needsTap' | 'light' | 'status'> {
  const camera = cameraWord(facts);
  const microphone = microphoneWord(facts);
  const gone = camera === 'ended' || camera === 'muted';
  const { facing } = facts;
  // Who has one camera alone, of whatever name, has nothing to change.
  const rear = facing.wanted === 'user' && facing.got === 'environment' && facing.choice;
  return {
    camera,
    microphone,
    light: facts.light,
    status: statusOf(facts, gone),
    needsTap: gone && facts.goneForMs >= TAP_AFTER_MS,
    // One answer may keep both devices away: it is said once.
    faults: [
      ...new Set<MediaFault>([
        ...facts.requestFaults,
        ...asFault(camera === 'ended', 'camera-ended'),
        ...asFault(camera === 'muted', 'camera-muted'),
        ...asFault(camera === 'covered', 'black-frames'),
        ...asFault(rear && facts.camera !== null, 'rear-camera'),
        ...asFault(microphone === 'silent', 'silent-microphone'),
      ]),
    ],
  };
}

function statusOf(facts: OwnerFacts, gone: boolean): CameraOwnerState['status'] {
  if (gone) return 'interrupted';
  if (facts.asked.camera ? facts.camera : facts.microphone) return 'live';
  return 'failed';
}
