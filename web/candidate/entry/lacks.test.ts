import type { BrowserParts } from '../../media/capabilities';
import { obstacleOf } from './lacks';

const able: BrowserParts = {
  isSecureContext: true,
  navigator: {
    mediaDevices: { getUserMedia: () => undefined, getDisplayMedia: {} },
    locks: {},
    wakeLock: {},
  },
  RTCPeerConnection: {},
  EventSource: {},
  indexedDB: {},
  AudioContext: {},
  MediaRecorder: {},
  crypto: { subtle: {} },
};
const chrome =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';
const wechat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49';

describe('what keeps a browser from an exam', () => {
  it('is nothing where everything is there', () => expect(obstacleOf(able, chrome)).toBeNull());
  it('is the app, where its browser has no camera', () =>
    expect(obstacleOf({ ...able, navigator: {} }, wechat)).toEqual({
      kind: 'app',
      way: { app: 'wechat', phone: 'iphone' },
    }));
  it('is not the app, where its browser can film', () => expect(obstacleOf(able, wechat)).toBeNull());
  it('names what blocks, and is silent about comfort', () =>
    expect(
      obstacleOf({ ...able, isSecureContext: false, navigator: {}, AudioContext: undefined }, chrome),
    ).toEqual({
      kind: 'lacks',
      lacks: ['insecure-context', 'no-camera-api'],
    }));
});
