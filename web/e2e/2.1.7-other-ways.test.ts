import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate, PATIENCE } from './people/candidate';
import { bringTo } from './people/shortcut';
import { eventually, isMark, markIn } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.7 other ways to a second camera', () => {
  const then = story(() => world);
  let world: World;
  let scanning: Candidate;
  let signing: Candidate;

  beforeAll(async () => {
    world = await startWorld();
    scanning = await Candidate.arrive(world, 0, 'collins');
    await bringTo(world, scanning, 'cameras');
    await scanning.sees(words.pairing.scan);
  });
  afterAll(async () => {
    await Promise.all([scanning?.close(), signing?.close()]);
    await world?.close();
  });

  /** The picture of a button's owner over the whole page, moving, until Escape. */
  const enlarges = async (name: string, mark: string): Promise<void> => {
    const { page } = scanning;
    const title = common.camera.enlarged.replace('{{name}}', name);
    const dialog = page.getByRole('dialog', { name: title });
    await scanning.press(common.camera.enlargeOf.replace('{{name}}', name));
    await dialog.locator('video').waitFor({ timeout: PATIENCE });
    const { width = 0 } = (await dialog.boundingBox()) ?? {};
    expect(width).toBeGreaterThan(0.9 * (page.viewportSize()?.width ?? Infinity));
    await eventually(
      () => markIn(page, name),
      (seen) => isMark(seen, mark),
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
  };

  then('reads the code by the scanner in the page, from the camera’s own pixels', async () => {
    const code = scanning.page.getByRole('img', { name: common.qr.label.split('{{')[0] }).first();
    const picture = `data:image/png;base64,${(await code.screenshot()).toString('base64')}`;
    const phone = await scanning.takePhone();
    await phone.page.goto('/pair');
    await scanning.press(words.pair.scan, phone.page);
    await scanning.sees(words.pair.scanLead, phone.page);
    await phone.page.evaluate((shown) => window.fakeCamera.hold(shown), picture);
    // The camera is open already: what follows is the page of a scanned link, its picture seen before joining.
    await scanning.sees(words.pair.connect, phone.page);
    await phone.page.evaluate(() => window.fakeCamera.hold(null));
    await scanning.press(words.pair.connect, phone.page);
    await scanning.sees(words.secondPage.muted, phone.page);
    scanning.phone = phone;
  });

  then('2.1.6 enlarges the candidate’s own pictures by button and by double click', async () => {
    await scanning.finishCameras();
    await scanning.sees(common.queue.next);
    await enlarges(words.devices.first, '#d01818');
    await enlarges(words.devices.second, '#18d018');
    await scanning.page.locator(`video[aria-label="${words.devices.first}"]`).dblclick();
    const title = common.camera.enlarged.replace('{{name}}', words.devices.first);
    await scanning.page.getByRole('dialog', { name: title }).waitFor({ timeout: PATIENCE });
    await scanning.press(common.actions.shrink);
  });

  then('becomes the second camera by signing in on the phone with the admission ticket', async () => {
    signing = await Candidate.arrive(world, 1, 'hopper');
    await bringTo(world, signing, 'cameras');
    const phone = await signing.takePhone();
    await signing.showTicket(phone.page, 2);
    await signing.sees(words.secondPage.muted, phone.page);
    await eventually(
      () => markIn(signing.page, words.devices.second),
      (seen) => isMark(seen, '#18d018'),
    );
    await signing.finishCameras();
    await signing.sees('位考生');
    await phone.close();
  });
});
