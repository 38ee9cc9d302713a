import { escapeHtml } from '../http/escape-html';

interface Words {
  readonly lang: string;
  readonly title: string;
  readonly why: string;
  readonly get: string;
  readonly iphone: readonly string[];
  readonly android: readonly string[];
  readonly computer: readonly string[];
  readonly print: string;
  readonly open: string;
}

const zh: Words = {
  lang: 'zh-CN',
  title: '让手机信任本考场',
  why: '本考场使用自己的证书。安装并信任一次之后，手机的摄像头和麦克风才能在考场页面中使用。只在本次考试的单位要求时这样做，考完可以删除。',
  get: '下载证书',
  iphone: [
    '用 Safari 打开本页，点“下载证书”，选“允许”。',
    '打开“设置 → 通用 → VPN 与设备管理”，点刚下载的描述文件，点“安装”。',
    '打开“设置 → 通用 → 关于本机 → 证书信任设置”，打开 Examhall 的开关。',
    '回到本页，点“打开考场”。',
  ],
  android: [
    '用 Chrome 打开本页，点“下载证书”。',
    '打开“设置 → 安全 → 加密与凭据 → 安装证书 → CA 证书”（各品牌名称略有不同，可搜索“证书”）。',
    '选“仍然安装”，选中下载的 examhall-ca.crt。',
    '回到本页，点“打开考场”。',
  ],
  computer: [
    '通常不必安装：在警告页选择“高级 → 继续前往”即可。',
    '要去掉警告：下载证书，导入系统的“受信任的根证书颁发机构”（macOS：钥匙串 → 始终信任）。',
  ],
  print: '证书指纹（SHA-256），请与考务人员给出的核对：',
  open: '打开考场',
};

const en: Words = {
  lang: 'en',
  title: 'Let this phone trust the exam hall',
  why: 'This hall has a certificate of its own. Install and trust it once, and the pages may use camera and microphone. Do so only if the institution of your exam asks for it; you can remove it afterwards.',
  get: 'Download the certificate',
  iphone: [
    'Open this page in Safari, tap “Download the certificate” and allow it.',
    'Settings → General → VPN & Device Management: tap the downloaded profile, then Install.',
    'Settings → General → About → Certificate Trust Settings: switch Examhall on.',
    'Come back here and tap “Open the hall”.',
  ],
  android: [
    'Open this page in Chrome and tap “Download the certificate”.',
    'Settings → Security → Encryption & credentials → Install a certificate → CA certificate (names differ; search for “certificate”).',
    'Choose “Install anyway” and pick examhall-ca.crt.',
    'Come back here and tap “Open the hall”.',
  ],
  computer: [
    'Usually not needed: on the warning page choose “Advanced → Proceed”.',
    'To be rid of the warning: import the certificate as a trusted root authority (macOS: Keychain → Always Trust).',
  ],
  print: 'Fingerprint (SHA-256) of the certificate; compare it with the one the exam office gives you:',
  open: 'Open the hall',
};

/** Plain HTML without scripts: it has to work in whatever browser a phone has, before anything is trusted. */
export function trustPage({ fingerprint, home }: { fingerprint: string; home: string }): string {
  const print = escapeHtml(fingerprint);
  const address = escapeHtml(home);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${zh.title} · ${en.title}</title><style>${style}</style></head>
<body><main>${[zh, en].map((words) => section(words, print, address)).join('<hr>')}</main></body></html>`;
}

const section = (words: Words, print: string, home: string): string => `
<section lang="${words.lang}"><h1>${words.title}</h1><p>${words.why}</p>
<p><a class="button" href="/trust/examhall-ca.crt">${words.get}</a></p>
<h2>iPhone, iPad</h2>${list(words.iphone)}
<h2>Android</h2>${list(words.android)}
<h2>PC, Mac</h2>${list(words.computer)}
<p>${words.print}<br><code>${print}</code></p>
<p><a href="${home}/">${words.open}</a></p></section>`;

const list = (steps: readonly string[]): string =>
  `<ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`;

const style = `
body{margin:0;background:#f1f4f4;color:#16262b;font:17px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-bottom:0}
.button{display:inline-block;padding:.7rem 1.2rem;border-radius:.5rem;background:#0f5f6b;color:#fff;text-decoration:none}
code{word-break:break-all}a{color:#0f5f6b}a:focus-visible{outline:3px solid #d98200;outline-offset:2px}`;
