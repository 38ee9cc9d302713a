/** What a page's camera and microphone show in a test: real photos by pose, a colour to recognise, a tone to measure. */
export interface FakeCamera {
  /** Pose name to data URL of a JPEG. */
  readonly photos: Readonly<Record<string, string>>;
  readonly pose: string;
  /** CSS colour of the mark in the lower left corner, by which the other side's pixels are recognised. */
  readonly mark: string;
  /** Hz of the tone that its microphone sends. */
  readonly tone: number;
}

export interface FakeCameraControls {
  pose(name: string): void;
  /** Ends the tracks, as a pulled plug or a call does. */
  unplug(): void;
  refuse(name: 'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | null): void;
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
  let refusal: string | null = null;
  let tracks: MediaStreamTrack[] = [];

  const draw = () => {
    const image = images.get(pose);
    if (!pen) return;
    pen.fillStyle = '#303840';
    pen.fillRect(0, 0, 640, 480);
    const sway = Math.sin(performance.now() / 400) * 3;
    if (image?.complete) pen.drawImage(image, sway - 4, sway / 2 - 4, 648, 488);
    pen.fillStyle = camera.mark;
    pen.fillRect(0, 400, 80, 80);
  };
  setInterval(draw, 66);

  const tone = () => {
    const audio = new AudioContext();
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const target = audio.createMediaStreamDestination();
    oscillator.frequency.value = camera.tone;
    volume.gain.value = 0.3;
    oscillator.connect(volume).connect(target);
    oscillator.start();
    return target.stream.getAudioTracks();
  };

  const getUserMedia = (wanted: MediaStreamConstraints = {}) => {
    if (refusal) return Promise.reject(new DOMException('fake camera', refusal));
    const video = wanted.video ? canvas.captureStream(15).getVideoTracks() : [];
    const stream = new MediaStream([...video, ...(wanted.audio ? tone() : [])]);
    tracks = [...tracks, ...stream.getTracks()];
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
  };
}
