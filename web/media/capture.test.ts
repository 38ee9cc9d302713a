import { capture, type CaptureParts } from './capture';
import { usualWish } from './wishes';

const named = (name: string): Error => Object.assign(new Error(name), { name });
const streamOf = (...kinds: string[]): MediaStream =>
  ({ getTracks: () => kinds.map((kind) => ({ kind })) }) as unknown as MediaStream;

/** A browser whose devices fail as told; records what was asked. */
function browser(camera: string | null, microphone: string | null, more: Partial<CaptureParts> = {}) {
  const asked: MediaStreamConstraints[] = [];
  const parts: CaptureParts = {
    isSecure: true,
    permission: () => Promise.resolve('prompt'),
    getUserMedia: (wanted) => {
      asked.push(wanted);
      const fault = (wanted.video && camera) || (wanted.audio && microphone);
      if (fault) return Promise.reject(named(fault));
      return Promise.resolve(
        streamOf(...(wanted.video ? ['video'] : []), ...(wanted.audio ? ['audio'] : [])),
      );
    },
    ...more,
  };
  return { parts, asked };
}

describe('capturing camera and microphone', () => {
  it('asks one question for both', async () => {
    const { parts, asked } = browser(null, null);
    const { tracks, faults } = await capture(usualWish, parts);
    expect(tracks.map((track) => track.kind)).toEqual(['video', 'audio']);
    expect(faults).toEqual([]);
    expect(asked).toHaveLength(1);
  });
  it('has the camera and names the microphone that is missing', async () => {
    const { tracks, faults } = await capture(usualWish, browser(null, 'NotFoundError').parts);
    expect(tracks.map((track) => track.kind)).toEqual(['video']);
    expect(faults).toEqual(['no-microphone']);
  });
  it('has the microphone and names the program that holds the camera', async () => {
    const { tracks, faults } = await capture(usualWish, browser('NotReadableError', null).parts);
    expect(tracks.map((track) => track.kind)).toEqual(['audio']);
    expect(faults).toEqual(['camera-busy']);
  });
  it('names both where both are missing', async () =>
    expect((await capture(usualWish, browser('NotFoundError', 'NotFoundError').parts)).faults).toEqual([
      'no-camera',
      'no-microphone',
    ]));
  it('does not ask again after a no', async () => {
    const { parts, asked } = browser('NotAllowedError', 'NotAllowedError');
    expect((await capture(usualWish, parts)).faults).toEqual(['permission-denied']);
    expect(asked).toHaveLength(1);
  });
  it('finds out which of the two was blocked earlier', async () => {
    const blocked = browser('NotAllowedError', null, {
      permission: (of) => Promise.resolve(of === 'camera' ? 'denied' : 'granted'),
    });
    const { tracks, faults } = await capture(usualWish, blocked.parts);
    expect(faults).toEqual(['permission-blocked']);
    expect(tracks.map((track) => track.kind)).toEqual(['audio']);
  });
  it('has the camera where only the microphone was blocked earlier', async () => {
    const blocked = browser(null, 'NotAllowedError', {
      permission: (of) => Promise.resolve(of === 'microphone' ? 'denied' : 'prompt'),
    });
    const { tracks, faults } = await capture(usualWish, blocked.parts);
    expect(faults).toEqual(['permission-blocked']);
    expect(tracks.map((track) => track.kind)).toEqual(['video']);
  });
  it('takes a small camera rather than none', async () => {
    const small: CaptureParts = {
      ...browser(null, null).parts,
      getUserMedia: (wanted) => {
        const video = wanted.video as MediaTrackConstraints;
        const demanding = typeof video?.width === 'object' && 'min' in video.width;
        return demanding ? Promise.reject(named('OverconstrainedError')) : Promise.resolve(streamOf('video'));
      },
    };
    const { tracks, faults } = await capture({ ...usualWish, microphone: false }, small);
    expect(tracks).toHaveLength(1);
    expect(faults).toEqual([]);
  });
  it('says that the page is not secure before it asks anything', async () => {
    const { parts, asked } = browser(null, null, { isSecure: false });
    expect((await capture(usualWish, parts)).faults).toEqual(['insecure-context']);
    expect(asked).toHaveLength(0);
  });
  it('says that an in-app browser has no camera', async () =>
    expect((await capture(usualWish, browser(null, null, { getUserMedia: undefined }).parts)).faults).toEqual(
      ['no-camera-api'],
    ));
});
