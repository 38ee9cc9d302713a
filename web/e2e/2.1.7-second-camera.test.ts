import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { openDevice } from './world/device';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.7 second camera', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let officer: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    candidate = await Candidate.arrive(world, 0, 'collins');
    await candidate.reachFaceCheck();
    await candidate.chooseCard();
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close()]);
    await world?.close();
  });

  let address: string;
  then('spends nothing when the link is only opened, by anybody, any number of times', async () => {
    address = await candidate.pairingAddress();
    const curious = await openDevice(world, { kind: 'phone', person: 'hopper', mark: '#808080', tone: 500 });
    await curious.page.goto(address);
    await candidate.sees(words.pair.openCamera, curious.page);
    await curious.close();
    expect(await candidate.page.getByText(words.pairing.scan).count()).toBe(1);
  });

  then('shows the way out in a browser inside another app', async () => {
    const context = await world.browser.newContext({
      baseURL: world.url,
      locale: 'zh-CN',
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.42',
    });
    await context.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
    const page = await context.newPage();
    await page.goto(address);
    await candidate.sees(words.wayOut.lead, page);
    await candidate.sees(words.wayOut.copy, page);
    await context.close();
  });

  then('pairs by the link, after the picture was seen', async () => {
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(words.waiting.place);
  });

  then('refuses a link that is spent, in words', async () => {
    const late = await openDevice(world, { kind: 'phone', person: 'hopper', mark: '#808080', tone: 500 });
    await late.page.goto(address);
    await candidate.sees(/二维码或配对码已经失效/, late.page);
    await late.close();
  });

  then('tells candidate and officer when the second camera falls silent', async () => {
    await officer.sees(/已就绪|选择身份证核验/);
    await candidate.phone?.context.setOffline(true);
    await officer.choose(candidate.login.name);
    await officer.sees(new RegExp(console.conditions.lost));
    await candidate.sees(words.pairing.connectAgain);
  });

  then('comes back by itself when its network does', async () => {
    await candidate.phone?.context.setOffline(false);
    await candidate.page
      .getByText(words.pairing.connectAgain)
      .first()
      .waitFor({ state: 'hidden', timeout: 60_000 });
  });

  then('is paired again with one scan after the phone is gone for good', async () => {
    await candidate.phone?.close();
    await candidate.press(words.pairing.connectAgain);
    await candidate.pairPhone();
    await candidate.page.keyboard.press('Escape');
    await candidate.page
      .getByText(words.pairing.connectAgain)
      .first()
      .waitFor({ state: 'hidden', timeout: 60_000 });
  });
});
