import { canEnter, lacksOf, type BrowserParts } from './capabilities';

const able: BrowserParts = {
  isSecureContext: true,
  navigator: { mediaDevices: { getUserMedia: {}, getDisplayMedia: {} }, locks: {}, wakeLock: {} },
  RTCPeerConnection: {},
  EventSource: {},
  indexedDB: {},
  AudioContext: {},
  MediaRecorder: {},
  crypto: { subtle: {} },
};

describe('what a browser lacks', () => {
  it('is nothing for a current one', () => expect(lacksOf(able)).toEqual([]));
  it('is the camera in an app without one, and then nobody can enter', () => {
    const lacks = lacksOf({ ...able, navigator: {} });
    expect(lacks).toContain('no-camera-api');
    expect(canEnter(lacks)).toBe(false);
  });
  it('is screen sharing on a phone, which enters all the same', () => {
    const lacks = lacksOf({ ...able, navigator: { ...able.navigator, mediaDevices: { getUserMedia: {} } } });
    expect(lacks).toEqual(['no-screen-share']);
    expect(canEnter(lacks)).toBe(true);
  });
  it('is said of a page without https', () =>
    expect(lacksOf({ ...able, isSecureContext: false, crypto: {} })).toEqual([
      'insecure-context',
      'no-crypto',
    ]));
});
