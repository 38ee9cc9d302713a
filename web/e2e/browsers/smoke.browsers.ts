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
  { name: 'Firefox', index: 0, start: startFirefox },
  { name: 'WebKitGTK', index: 1, start: startWebKit },
] as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world?.close());

describe.each(BROWSERS)('$name', ({ index, start }) => {
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

  step('shows the sign-in page and lets a candidate in', async () => {
    await driver.goto(world.url);
    await driver.run(
      'while (!document.querySelector("label")) await new Promise((resolve) => setTimeout(resolve, 50));',
    );
    const language = await driver.run<string>('return document.documentElement.lang');
    texts = (language.startsWith('zh') ? zh : en) as typeof zh;
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
  });
});
