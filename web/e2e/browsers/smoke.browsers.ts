import { candidate as en } from '../../i18n/en/candidate';
import { candidate as zh } from '../../i18n/zh/candidate';
import { startWorld, type World } from '../world/world';
import type { Driver } from './driver';
import { startFirefox } from './firefox';
import { Visitor } from './visitor';
import { startWebKit } from './webkit';

jest.setTimeout(300_000);

/** Which candidate of the seeded exam comes with which browser. */
const BROWSERS = [
  { name: 'Firefox', index: 0, start: startFirefox, lacksCalls: false },
  // Debian builds it without WebRTC: the page has to say so, and the rest is seen behind "go on all the same".
  { name: 'WebKitGTK', index: 1, start: startWebKit, lacksCalls: true },
] as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world?.close());

describe.each(BROWSERS)('$name', ({ index, start, lacksCalls }) => {
  let driver: Driver;
  let visitor: Visitor;
  let texts: typeof zh;
  let broken = false;
  beforeAll(async () => {
    driver = await start();
    visitor = new Visitor(driver);
  });
  afterAll(async () => driver?.close());

  const step = (name: string, take: () => Promise<void>) =>
    it(name, async () => {
      if (broken) throw new Error('an earlier step failed');
      broken = true;
      await take();
      await visitor.picture(name.replaceAll(/\W+/g, '-'));
      broken = false;
    });

  step('opens the page, and says what the browser lacks', async () => {
    await driver.goto(world.url);
    const loaded = 'return document.querySelector("label, h1, h2") && document.documentElement.lang';
    let language: string | null = null;
    while (!language) language = await driver.run<string | null>(loaded);
    texts = (language.startsWith('zh') ? zh : en) as typeof zh;
    await visitor.sees(lacksCalls ? texts.lacks.title : texts.signIn.submit);
    if (lacksCalls) await visitor.press(texts.lacks.anyway);
  });

  step('lets a candidate in', async () => {
    const login = world.logins.candidates[index];
    await visitor.fill(texts.signIn.exam, world.logins.exam.code);
    await visitor.fill(texts.signIn.ticket, login?.ticket ?? '');
    await visitor.fill(texts.signIn.passcode, login?.passcode ?? '');
    await visitor.press(texts.signIn.submit);
    await visitor.sees(texts.home.enter);
  });

  step('enters the exam, reads the notice and signs the pledge', async () => {
    await visitor.press(texts.home.enter);
    await visitor.press(texts.notice.read);
    await visitor.sees(texts.pledge.end);
    await visitor.press(texts.pledge.agree);
  });

  step('opens camera and microphone, rings, and finishes the check of devices', async () => {
    await visitor.press(texts.devices.begin);
    await visitor.press(texts.devices.ring);
    await visitor.press(texts.devices.heardIt);
    await visitor.press(texts.devices.finish);
  });

  step('begins the face check', async () => {
    await visitor.press(texts.face.begin);
    // Their own fake cameras show no face; that the oval shows a moving picture is as far as they come.
    const plays =
      'return [...document.querySelectorAll("video")].some((one) => one.videoWidth > 0 && one.currentTime > 0) || null';
    await visitor.until('a moving picture', () => driver.run<true | null>(plays));
  });
});
