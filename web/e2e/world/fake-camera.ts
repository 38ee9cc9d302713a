/** What a page's camera and microphone show in a test: real photos by pose, a colour to recognise, a tone to measure. */
export interface FakeCamera {
  /** Pose name to data URL of a JPEG. */
  readonly photos: Readonly<Record<string, string>>;
  readonly pose: string;
  /** CSS colour of the mark in the lower left corner, by which the other side's pixels are recognised. */
  readonly mark: string;
  /** Hz of the tone that its microphone sends. */
  readonly tone: number;
  /** What the camera says no with from the beginning; null where it opens. */
  readonly refusal: CameraRefusal | null;
}

export type CameraRefusal = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError';

export interface FakeCameraControls {
  pose(name: string): void;
  /** Ends the tracks, as a pulled plug or a call does. */
  unplug(): void;
  /** The camera says no from now on; the microphone alone still opens. */
  refuse(name: CameraRefusal | null): void;
  /** A lid before the lens. */
  cover(on: boolean): void;
  /** The same picture again and again, as of a photo held before the lens. */
  freeze(on: boolean): void;
  /** A microphone that is switched off at itself. */
  hush(on: boolean): void;
  /** A sheet or a screen held before the lens, by the address of its picture. */
  hold(picture: string | null): void;
}

declare global {
  interface Window {
    fakeCamera: FakeCameraControls;
  }
}

/**
 * Runs in the page before its own scripts. A file camera of Chromium is fixed at launch, so `getUserMedia`
 * is replaced by a canvas that the test poses; everything behind it (WebRTC, MediaRecorder) is real.
 */
export function installFakeCamera(camera: FakeCamera): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const pen = canvas.getContext('2d');
  const images = new Map<string, HTMLImageElement>();
  for (const [name, url] of Object.entries(camera.photos)) {
    images.set(name, Object.assign(new Image(), { src: url }));
  }
  let pose = camera.pose;
  let refusal: string | null = camera.refusal;
  let covered = false;
  let frozen = false;
  let hushed = false;
  let held: HTMLImageElement | null = null;
  const volumes: GainNode[] = [];
  let tracks: MediaStreamTrack[] = [];

  const draw = () => {
    const image = images.get(pose);
    // Nobody films: on a machine of two cores the pages of everybody else need the time.
    if (!pen || tracks.every((track) => track.readyState === 'ended')) return;
    pen.fillStyle = '#303840';
    pen.fillRect(0, 0, 640, 480);
    const sway = frozen ? 0 : Math.sin(performance.now() / 400) * 3;
    if (covered) {
      pen.fillStyle = '#000000';
      pen.fillRect(0, 0, 640, 480);
      return;
    }
    if (image?.complete) pen.drawImage(image, sway - 4, sway / 2 - 4, 648, 488);
    if (held?.complete) {
      pen.fillStyle = '#ffffff';
      pen.fillRect(80, 0, 480, 480);
      pen.drawImage(held, 110, 30, 420, 420);
    }
    pen.fillStyle = camera.mark;
    pen.fillRect(0, 400, 80, 80);
  };
  setInterval(draw, 66);

  const LOUD = 0.3;
  const tone = () => {
    const audio = new AudioContext();
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const target = audio.createMediaStreamDestination();
    oscillator.frequency.value = camera.tone;
    volume.gain.value = hushed ? 0 : LOUD;
    volumes.push(volume);
    oscillator.connect(volume).connect(target);
    oscillator.start();
    return target.stream.getAudioTracks();
  };

  const getUserMedia = (wanted: MediaStreamConstraints = {}) => {
    if (refusal && wanted.video) return Promise.reject(new DOMException('fake camera', refusal));
    const video = wanted.video ? canvas.captureStream(15).getVideoTracks() : [];
    const stream = new MediaStream([...video, ...(wanted.audio ? tone() : [])]);
    tracks = [...tracks, ...stream.getTracks()];
    draw();
    return Promise.resolve(stream);
  };
  const enumerateDevices = () =>
    Promise.resolve(
      (['videoinput', 'audioinput'] as const).map(
        (kind) =>
          ({
            kind,
            deviceId: kind,
            groupId: 'fake',
            label: `fake ${kind}`,
            toJSON: () => ({}),
          }) as MediaDeviceInfo,
      ),
    );
  Object.assign(navigator.mediaDevices, { getUserMedia, enumerateDevices });

  window.fakeCamera = {
    pose: (name) => void (pose = name),
    unplug: () =>
      tracks.splice(0).forEach((track) => {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }),
    refuse: (name) => void (refusal = name),
    cover: (on) => void (covered = on),
    freeze: (on) => void (frozen = on),
    hold: (picture) => void (held = picture ? Object.assign(new Image(), { src: picture }) : null),
    hush: (on) => {
      hushed = on;
      volumes.forEach(({ gain }) => (gain.value = on ? 0 : LOUD));
    },
  };
}
