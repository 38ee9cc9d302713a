import { inAppBrowserOf, phoneOf, wayOut } from './in-app-browser';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const wechat = `${iphone} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`;
const safari = `${iphone} Version/17.4 Mobile/15E148 Safari/604.1`;
const chrome =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const webview = chrome.replace('Pixel 8)', 'Pixel 8; wv)');

describe('browsers inside other apps', () => {
  it.each([
    ['wechat', wechat],
    ['wecom', `${wechat} wxwork/4.1.0`],
    ['qq', `${iphone} Mobile/15E148 QQ/9.0.20 V1_IPH`],
    ['dingtalk', `${iphone} Mobile/15E148 AliApp(DingTalk/7.5.5)`],
    ['alipay', `${iphone} Mobile/15E148 AlipayClient/10.5.80`],
    ['other', webview],
    ['other', `${iphone} Mobile/15E148`],
  ])('are known: %s', (app, userAgent) => expect(inAppBrowserOf(userAgent)).toBe(app));

  it.each([
    ['Safari', safari],
    ['Chrome', chrome],
    ['the QQ browser', `${chrome} MQQBrowser/14.9`],
    ['Chrome on an iPhone', `${iphone} CriOS/126.0 Mobile/15E148 Safari/604.1`],
  ])('are not mistaken for %s', (_, userAgent) => expect(inAppBrowserOf(userAgent)).toBeNull());
});

describe('the way out', () => {
  it('is shown where the app has no camera', () =>
    expect(wayOut(wechat, false)).toEqual({ app: 'wechat', phone: 'iphone' }));
  it('is not shown where the app can capture', () => expect(wayOut(wechat, true)).toBeNull());
  it('is not for browsers without camera', () => expect(wayOut(safari, false)).toBeNull());
  it('shows the pictures of the phone at hand', () => {
    expect(phoneOf(chrome)).toBe('android');
    expect(phoneOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('none');
  });
});
