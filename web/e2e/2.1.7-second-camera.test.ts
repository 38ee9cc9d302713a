import { PRESENCE } from '#protocol/presence';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { openDevice, type Device } from './world/device';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.7 second camera', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let phone: Device;
  let officer: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    candidate = await Candidate.arrive(world, 0, 'collins');
    await bringTo(world, candidate, 'cameras');
    await candidate.sees(words.pairing.scan);
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close()]);
    await world?.close();
  });

  let address: string;
  let other: Device;
  then('spends nothing when the link is only opened, by two phones and twice by one of them', async () => {
    address = await candidate.pairingAddress();
    other = await openDevice(world, { kind: 'phone', person: 'hopper', mark: '#808080', tone: 500 });
    await other.page.goto(address);
    await candidate.press(words.pair.openCamera, other.page);
    await candidate.sees(words.pair.connect, other.page);
    phone = await candidate.takePhone();
    for (const time of ['first', 'second']) {
      await phone.page.goto(address);
      await candidate.sees(words.pair.openCamera, phone.page);
      expect({ time, codes: await candidate.page.getByText(words.pairing.scan).count() }).toEqual({
        time,
        codes: 1,
      });
    }
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

  then('pairs the phone that connects first, after its picture was seen', async () => {
    await candidate.connectPhone(phone);
    await candidate.finishCameras();
    await candidate.sees(words.waiting.place);
  });

  then('tells the other phone in words that the link is spent, before and after looking again', async () => {
    await candidate.press(words.pair.connect, other.page);
    await candidate.sees(/二维码或配对码已经失效/, other.page);
    await other.page.goto(address);
    await candidate.sees(/二维码或配对码已经失效/, other.page);
    await other.close();
  });

  then('turns amber after 5 s of silence, and is lost after 15 s, for candidate and officer', async () => {
    await officer.choose(candidate.login.name);
    await candidate.phone?.context.setOffline(true);
    const silentAt = Date.now();
    await Promise.all([candidate.sees(words.second.state.amber), officer.sees(console.conditions.amber)]);
    // The last sign of life is up to one beat older than the silence, so these are the earliest instants.
    expect(Date.now() - silentAt).toBeGreaterThanOrEqual(PRESENCE.amberAfterMs - PRESENCE.beatMs);
    expect(await candidate.page.getByText(words.pairing.connectAgain).count()).toBe(0);
    await Promise.all([candidate.sees(words.second.state.lost), officer.sees(console.conditions.lost)]);
    expect(Date.now() - silentAt).toBeGreaterThanOrEqual(PRESENCE.lostAfterMs - PRESENCE.beatMs);
    await candidate.sees(words.pairing.connectAgain);
  });

  then('comes back by itself when its network does', async () => {
    await candidate.phone?.context.setOffline(false);
    await candidate.seesNoMore(words.pairing.connectAgain);
    await candidate.sees(words.second.state.live);
  });

  then('is paired again by the six figures, typed on a phone that cannot scan', async () => {
    await candidate.phone?.close();
    await candidate.press(words.pairing.connectAgain);
    const figures = await candidate.pairingFigures();
    const next = await candidate.takePhone();
    await next.page.goto('/pair');
    const field = next.page.getByRole('textbox', { name: words.pair.code });
    await field.fill('12');
    await candidate.press(words.pair.next, next.page);
    await candidate.sees(words.pair.codeWrong, next.page);
    await field.fill(figures);
    await candidate.press(words.pair.next, next.page);
    await candidate.connectPhone(next);
    await candidate.page.keyboard.press('Escape');
    await candidate.seesNoMore(words.pairing.connectAgain);
    await candidate.sees(words.second.state.live);
  });
});
