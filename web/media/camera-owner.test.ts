import { createCameraOwner } from './camera-owner';
import type { SoundContext } from './sound-context';

class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  constructor(readonly kind: 'video' | 'audio') {
    super();
  }
  stop = (): void => void (this.readyState = 'ended');
  getSettings = (): MediaTrackSettings => ({ facingMode: 'user' });
  become(change: 'mute' | 'unmute' | 'ended'): void {
    if (change === 'ended') this.readyState = 'ended';
    else this.muted = change === 'mute';
    this.dispatchEvent(new Event(change));
  }
}
class FakeStream {
  constructor(private readonly tracks: FakeTrack[]) {}
  getTracks = (): FakeTrack[] => this.tracks;
  getVideoTracks = (): FakeTrack[] => this.tracks.filter((track) => track.kind === 'video');
  getAudioTracks = (): FakeTrack[] => this.tracks.filter((track) => track.kind === 'audio');
}
Object.assign(globalThis, { MediaStream: FakeStream });

const quiet: SoundContext = {
  context: () => null,
  armed: () => false,
  arm: () => Promise.resolve(false),
  subscribe: () => () => true,
};

function owner() {
  const page = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as DocumentVisibilityState,
    defaultView: null,
  });
  const made: FakeTrack[][] = [];
  const answers: (() => void)[] = [];
  const held = { hold: false, light: { mean: 0.5, spread: 0.2 } };
  const time = { now: 0 };
  const getUserMedia = (): Promise<MediaStream> => {
    const tracks = [new FakeTrack('video'), new FakeTrack('audio')];
    made.push(tracks);
    const stream = new FakeStream(tracks) as unknown as MediaStream;
    return held.hold
      ? new Promise((resolve) => answers.push(() => resolve(stream)))
      : Promise.resolve(stream);
  };
  const camera = createCameraOwner({
    page: page as unknown as Document,
    devices: undefined,
    capture: { isSecure: true, getUserMedia, permission: () => Promise.resolve('granted') },
    sound: quiet,
    now: () => time.now,
    grabber: { grab: () => Promise.resolve(new Blob()), light: () => held.light, show: () => undefined },
  });
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 500) {
      time.now += 500;
      await jest.advanceTimersByTimeAsync(500);
    }
  };
  return { camera, page, made, answers, held, pass, video: () => made.at(-1)?.[0] as FakeTrack };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the owner of the camera', () => {
  it('has one stream at a time: the old one is given back before another is asked for', async () => {
    const { camera, made } = owner();
    await camera.open();
    await camera.open({ facing: 'environment' });
    expect(made[0]?.every((track) => track.readyState === 'ended')).toBe(true);
    expect(camera.state()).toMatchObject({ status: 'live', camera: 'live' });
  });
  it('gives a late answer back when it was asked for something else meanwhile', async () => {
    const { camera, made, answers, held } = owner();
    held.hold = true;
    const first = camera.open();
    const second = camera.open({ cameraId: 'other' });
    answers[1]?.();
    await second;
    answers[0]?.();
    await first;
    expect(made[0]?.[0]?.readyState).toBe('ended');
    expect(camera.state().stream?.getVideoTracks()[0]).toBe(made[1]?.[0]);
  });
  it('gives back what arrives after it was closed', async () => {
    const { camera, made, answers, held } = owner();
    held.hold = true;
    const opening = camera.open();
    camera.close();
    answers[0]?.();
    await opening;
    expect(made[0]?.every((track) => track.readyState === 'ended')).toBe(true);
    expect(camera.state().status).toBe('off');
  });
  it('tells its subscribers only when something changed', async () => {
    const { camera, pass } = owner();
    await camera.open();
    await pass(3_000);
    let told = 0;
    camera.subscribe(() => (told += 1));
    await pass(9_000);
    expect(told).toBe(0);
  });
});

describe('a telephone call', () => {
  it('interrupts, and asks for a tap only if the picture does not come back by itself', async () => {
    const { camera, pass, video } = owner();
    await camera.open();
    video().become('mute');
    expect(camera.state()).toMatchObject({ status: 'interrupted', camera: 'muted', needsTap: false });
    await pass(4_000);
    expect(camera.state().needsTap).toBe(true);
    video().become('unmute');
    expect(camera.state()).toMatchObject({ status: 'live', needsTap: false, faults: [] });
  });
  it('is resumed by the tap with a fresh stream', async () => {
    const { camera, pass, made, video } = owner();
    await camera.open();
    video().become('mute');
    await pass(4_000);
    expect((await camera.resume()).camera).toBe('live');
    expect(made).toHaveLength(2);
  });
  it('does not ask for a tap while nobody looks at the page', async () => {
    const { camera, page, pass, video } = owner();
    await camera.open();
    page.visibilityState = 'hidden';
    video().become('mute');
    await pass(20_000);
    expect(camera.state().needsTap).toBe(false);
  });
  it('that ended the track is over by itself on the return to the page', async () => {
    const { camera, page, pass, made, video } = owner();
    await camera.open();
    page.visibilityState = 'hidden';
    video().become('ended');
    await pass(5_000);
    expect(made).toHaveLength(1);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(1_000);
    expect(made).toHaveLength(2);
    expect(camera.state()).toMatchObject({ status: 'live', faults: [] });
  });
});

describe('a covered lens', () => {
  it('is named after some looks, and forgotten when light comes', async () => {
    const { camera, held, pass } = owner();
    await camera.open();
    held.light = { mean: 0.01, spread: 0.001 };
    await pass(6_000);
    expect(camera.state()).toMatchObject({ camera: 'covered', faults: ['black-frames'], light: 'black' });
    held.light = { mean: 0.5, spread: 0.2 };
    await pass(2_000);
    expect(camera.state()).toMatchObject({ camera: 'live', faults: [] });
  });
});
