import { inAppBrowserOf, phoneOf, wayOut } from './in-app-browser';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const wechat = `${iphone} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`;
const safari = `${iphone} Version/17.4 Mobile/15E148 Safari/604.1`;
const chrome =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const harmony =
  'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile';
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
    ['other', `${iphone.replace('iPhone; CPU iPhone OS', 'iPad; CPU OS')} Mobile/15E148`],
    ['wechat', `${harmony} MicroMessenger/1.0.5`],
  ])('are known: %s', (app, userAgent) => expect(inAppBrowserOf(userAgent)).toBe(app));

  it.each([
    ['Safari', safari],
    ['Chrome', chrome],
    ["Huawei's browser", `${chrome} HuaweiBrowser/15.0.4.312`],
    ["Huawei's browser on its own system", `${harmony} HuaweiBrowser/5.1.2`],
    ["Xiaomi's browser", `${chrome} XiaoMi/MiuiBrowser/18.5.40902`],
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
    expect(phoneOf(harmony)).toBe('android');
    expect(phoneOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('none');
  });
});
