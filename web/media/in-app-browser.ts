/** Apps whose own browser opens links, and whose camera often stays closed. */
export const inAppBrowsers = [
  'wechat',
  'wecom',
  'qq',
  'dingtalk',
  'feishu',
  'alipay',
  'weibo',
  'douyin',
  'facebook',
  'instagram',
  'line',
  'other',
] as const;
export type InAppBrowser = (typeof inAppBrowsers)[number];

const marks: readonly (readonly [InAppBrowser, RegExp])[] = [
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  // QQ's chat window; the QQ browser (MQQBrowser alone) is a browser.
  ['qq', /\bQQ\/[\d.]+/],
  ['dingtalk', /DingTalk/i],
  ['feishu', /\b(Lark|Feishu)\//i],
  ['alipay', /AlipayClient/i],
  ['weibo', /\bWeibo\b/i],
  ['douyin', /aweme|BytedanceWebview/i],
  ['facebook', /\bFB(AN|AV)\b/],
  ['instagram', /Instagram/],
  ['line', /\bLine\/[\d.]+/],
  // Android's bare WebView says so; an iPhone's or iPad's has neither Safari nor a browser's name.
  ['other', /; wv\)/],
  ['other', /(iPhone|iPad).*AppleWebKit(?!.*(Safari|CriOS|FxiOS|EdgiOS))/],
];

export type Phone = 'iphone' | 'android' | 'none';

export function phoneOf(userAgent: string): Phone {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone';
  // Huawei's own system no longer calls itself Android; its apps hide the way out in the same corner.
  return /Android|HarmonyOS|OpenHarmony/.test(userAgent) ? 'android' : 'none';
}

export interface WayOut {
  readonly app: InAppBrowser;
  /** Which pictures to show: where the menu with "open in browser" is differs. */
  readonly phone: Phone;
}

export function inAppBrowserOf(userAgent: string): InAppBrowser | null {
  return marks.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;
}

/** The way out of an app's browser that cannot capture; null for browsers, and for apps that can. */
export function wayOut(userAgent: string, canCapture: boolean): WayOut | null {
  const app = inAppBrowserOf(userAgent);
  return app && !canCapture ? { app, phone: phoneOf(userAgent) } : null;
}
