import { capture, type CaptureParts } from './capture';
import { cameraOff, judge, type CameraOwnerState, type DeviceChoice, type TrackFacts } from './camera-state';
import { isHopeless, type MediaFault } from './faults';
import { createFrameGrabber, type FrameGrabber } from './frame-grabber';
import { createLevelWatch, type LevelWatch } from './level-watch';
import { wordForLight, type LightWord } from './picture-light';
import type { LevelSource } from '../ui/LevelMeter';
import type { SoundContext } from './sound-context';
import { usualWish, type Wish } from './wishes';

/** The one owner of camera and microphone of a page: recorder, stills, face check and video ask it, never the browser. */
export interface CameraOwner {
  readonly state: () => CameraOwnerState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Asks for the devices, or for others than before. Resolves with what came of it; never throws. */
  readonly open: (wish?: Partial<Wish>) => Promise<CameraOwnerState>;
  /** For the tap on "tap to resume": opens anew what a call or a lock took away. */
  readonly resume: () => Promise<CameraOwnerState>;
  /** Gives the devices back; their lights go out. */
  readonly close: () => void;
  /** The picture as the camera sees it: JPEG, not mirrored, at most 640 wide and about 60 kB. */
  readonly grabFrame: () => Promise<Blob>;
  readonly level: LevelSource;
}

export interface CameraOwnerParts {
  readonly page: Document;
  readonly devices: MediaDevices | undefined;
  readonly capture: CaptureParts;
  readonly sound: SoundContext;
  readonly now: () => number;
  readonly grabber?: FrameGrabber;
}

interface Memory {
  wish: Wish;
  state: CameraOwnerState;
  requestFaults: readonly MediaFault[];
  blackLooks: number;
  light: LightWord | null;
  goneSince: number | null;
  /** Requests are numbered, so that a slow one never overwrites a newer. */
  request: number;
}

const LOOK_MS = 1_500;

const factsOf = (track: MediaStreamTrack | undefined): TrackFacts | null =>
  track ? { ended: track.readyState === 'ended', muted: track.muted } : null;

const choices = (known: readonly MediaDeviceInfo[], kind: MediaDeviceKind): DeviceChoice[] =>
  known
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));

const changedKeys = (before: CameraOwnerState, after: CameraOwnerState): boolean =>
  after.stream !== before.stream ||
  (Object.keys(after) as (keyof CameraOwnerState)[]).some(
    (key) => key !== 'stream' && JSON.stringify(after[key]) !== JSON.stringify(before[key]),
  );

class PageCamera implements CameraOwner {
  readonly level: LevelWatch;
  private readonly grabber: FrameGrabber;
  private readonly listeners = new Set<() => void>();
  private readonly memory: Memory = {
    wish: usualWish,
    state: cameraOff,
    requestFaults: [],
    blackLooks: 0,
    light: null,
    goneSince: null,
    request: 0,
  };

  constructor(private readonly parts: CameraOwnerParts) {
    const { page, devices } = parts;
    this.grabber = parts.grabber ?? createFrameGrabber(page);
    this.level = createLevelWatch(parts.sound, parts.now);
    page.addEventListener('visibilitychange', this.comeBack);
    page.defaultView?.addEventListener('pageshow', this.comeBack);
    devices?.addEventListener('devicechange', () => void this.relist());
    setInterval(this.look, LOOK_MS);
  }

  readonly state = (): CameraOwnerState => this.memory.state;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  readonly open = async (wish: Partial<Wish> = {}): Promise<CameraOwnerState> => {
    const { memory } = this;
    memory.wish = { ...memory.wish, ...wish };
    memory.request += 1;
    const { request } = memory;
    // The old device goes first: a phone has one camera at a time, and its engine mutes the older of two streams.
    this.release();
    this.become({ status: 'asking', needsTap: false, faults: [] });
    const { tracks, faults } = await capture(memory.wish, this.parts.capture);
    if (request !== memory.request) {
      tracks.forEach((track) => track.stop());
      return memory.state;
    }
    Object.assign(memory, { requestFaults: faults, blackLooks: 0, light: null, goneSince: null });
    return this.adopt(tracks);
  };

  readonly resume = async (): Promise<CameraOwnerState> => {
    await this.parts.sound.arm();
    const { camera } = this.review();
    return camera === 'live' || camera === 'covered' ? this.become({ needsTap: false }) : this.open();
  };

  readonly close = (): void => {
    this.memory.request += 1;
    this.release();
    this.grabber.show(null);
    this.level.follow(null);
    this.memory.requestFaults = [];
    this.become(cameraOff);
  };

  readonly grabFrame = (): Promise<Blob> => this.grabber.grab();

  private become(next: Partial<CameraOwnerState>): CameraOwnerState {
    const before = this.memory.state;
    const after = { ...before, ...next };
    if (!changedKeys(before, after)) return before;
    this.memory.state = after;
    this.listeners.forEach((changed) => changed());
    return after;
  }

  private readonly review = (): CameraOwnerState => {
    const { memory, parts } = this;
    const { state, wish } = memory;
    if (state.status === 'off' || state.status === 'asking') return state;
    const video = state.stream?.getVideoTracks()[0];
    const camera = factsOf(video);
    const visible = parts.page.visibilityState === 'visible';
    const gone = camera !== null && (camera.ended || camera.muted) && visible;
    memory.goneSince = gone ? (memory.goneSince ?? parts.now()) : null;
    const since = (start: number | null): number => (start === null ? 0 : parts.now() - start);
    return this.become(
      judge({
        asked: wish,
        camera,
        microphone: factsOf(state.stream?.getAudioTracks()[0]),
        requestFaults: memory.requestFaults,
        facing: {
          wanted: wish.facing,
          got: video?.getSettings().facingMode ?? null,
          choice: state.cameras.length > 1,
        },
        blackLooks: memory.blackLooks,
        light: memory.light,
        silentForMs: since(this.level.silentSince()),
        goneForMs: since(memory.goneSince),
      }),
    );
  };

  /** Light is looked at while the page is seen; hidden pages freeze their pictures. */
  private readonly look = (): void => {
    const { memory, parts } = this;
    if (memory.state.status === 'live' && parts.page.visibilityState === 'visible') {
      const light = this.grabber.light();
      memory.light = light && wordForLight(light);
      memory.blackLooks = memory.light === 'black' ? memory.blackLooks + 1 : 0;
    }
    this.review();
  };

  private release(): void {
    this.memory.state.stream?.getTracks().forEach((track) => track.stop());
  }

  private async adopt(tracks: readonly MediaStreamTrack[]): Promise<CameraOwnerState> {
    for (const track of tracks) {
      for (const event of ['mute', 'unmute', 'ended']) track.addEventListener(event, this.review);
    }
    const stream = tracks.length > 0 ? new MediaStream([...tracks]) : null;
    this.grabber.show(stream);
    this.level.follow(stream);
    this.become({ status: stream ? 'live' : 'failed', stream });
    this.review();
    return this.become(await this.lists());
  }

  private async lists(): Promise<Pick<CameraOwnerState, 'cameras' | 'microphones'>> {
    const known = (await this.parts.devices?.enumerateDevices().catch(() => [])) ?? [];
    return { cameras: choices(known, 'videoinput'), microphones: choices(known, 'audioinput') };
  }

  private async relist(): Promise<void> {
    if (this.memory.state.status === 'off') return;
    this.become(await this.lists());
    this.comeBack();
  }

  private readonly comeBack = (): void => {
    if (this.parts.page.visibilityState !== 'visible') return;
    this.grabber.show(this.memory.state.stream);
    const { camera } = this.review();
    // An ended track never revives. Most engines open it anew without a tap; where not, the tap is asked for.
    if (camera === 'ended' && !this.memory.requestFaults.some(isHopeless)) void this.open();
  };
}

export function createCameraOwner(parts: CameraOwnerParts): CameraOwner {
  return new PageCamera(parts);
}
