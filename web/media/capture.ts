import { nameFault, type MediaFault } from './faults';
import { cameraConstraints, microphoneConstraints, modestCameraConstraints, type Wish } from './wishes';

/** The parts of a browser that capturing needs; tests stand in for them. */
export interface CaptureParts {
  readonly isSecure: boolean;
  /** Undefined in insecure pages and in some in-app browsers. */
  readonly getUserMedia: ((wanted: MediaStreamConstraints) => Promise<MediaStream>) | undefined;
  readonly permission: (of: 'camera' | 'microphone') => Promise<PermissionState | null>;
}

export interface Captured {
  readonly tracks: readonly MediaStreamTrack[];
  readonly faults: readonly MediaFault[];
}

type Kind = 'camera' | 'microphone';
type Get = NonNullable<CaptureParts['getUserMedia']>;

async function faultOf(kind: Kind, fault: unknown, parts: CaptureParts): Promise<MediaFault> {
  const { name, message } = fault instanceof Error ? fault : new Error(String(fault));
  return nameFault({ wanted: kind, name, message, permission: await parts.permission(kind) });
}

/** A camera that cannot do what is asked for is asked again without demands. */
async function camera(get: Get, wish: Wish): Promise<MediaStream> {
  try {
    return await get({ video: cameraConstraints(wish), audio: false });
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'OverconstrainedError') throw fault;
    return get({ video: modestCameraConstraints(wish), audio: false });
  }
}

const microphone = (get: Get, wish: Wish): Promise<MediaStream> =>
  get({ video: false, audio: microphoneConstraints(wish) });

async function one(kind: Kind, get: Get, wish: Wish, parts: CaptureParts): Promise<Captured> {
  try {
    const stream = await (kind === 'camera' ? camera(get, wish) : microphone(get, wish));
    return { tracks: stream.getTracks(), faults: [] };
  } catch (fault) {
    return { tracks: [], faults: [await faultOf(kind, fault, parts)] };
  }
}

async function both(get: Get, wish: Wish): Promise<Captured> {
  const stream = await get({ video: cameraConstraints(wish), audio: microphoneConstraints(wish) });
  return { tracks: stream.getTracks(), faults: [] };
}

/**
 * Asks for what is wished in one question. Where that fails, each device is asked for alone, so that what is
 * missing is named and what is there is had.
 */
export async function capture(wish: Wish, parts: CaptureParts): Promise<Captured> {
  if (!parts.isSecure) return { tracks: [], faults: ['insecure-context'] };
  const get = parts.getUserMedia;
  if (!get) return { tracks: [], faults: ['no-camera-api'] };
  if (wish.camera && wish.microphone) {
    try {
      return await both(get, wish);
    } catch (fault) {
      // A no just now is a no to both: asking twice more would only annoy. One blocked earlier is found out.
      const names = [await faultOf('camera', fault, parts), await faultOf('microphone', fault, parts)];
      if (names.every((name) => name === 'permission-denied'))
        return { tracks: [], faults: ['permission-denied'] };
    }
  }
  const kinds: readonly Kind[] = [
    ...(wish.camera ? ['camera' as const] : []),
    ...(wish.microphone ? ['microphone' as const] : []),
  ];
  const parted: Captured[] = [];
  for (const kind of kinds) parted.push(await one(kind, get, wish, parts));
  return { tracks: parted.flatMap((part) => part.tracks), faults: parted.flatMap((part) => part.faults) };
}
