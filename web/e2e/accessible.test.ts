import type { Page } from 'playwright-core';
import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate, PATIENCE } from './people/candidate';
import { Staff } from './people/staff';
import { faultsOf } from './world/axe';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

/** Horizontal scrolling of the page in CSS pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('accessible', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let officer: Staff;
  let chief: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'collins');
    // Colours are judged at rest, not in the middle of a fade.
    for (const { page } of [officer, chief, candidate]) await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close(), chief?.close()]);
    await world?.close();
  });

  const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);
  /** The words of the other language may have to be fetched first: what comes next is judged when they are there. */
  const changeLanguage = async (page: Page): Promise<void> => {
    const before = await languageOf(page);
    const other = page.getByRole('button', { name: /Switch to English|切换到中文/ });
    await other.filter({ visible: true }).first().click({ timeout: PATIENCE });
    await eventually(
      () => languageOf(page),
      (now) => now !== before,
    );
  };

  /** In both languages, and at 320 px and 200 % without sideways scrolling. */
  const isFine = async (page: Page): Promise<void> => {
    const size = page.viewportSize() ?? { width: 1440, height: 900 };
    for (const language of ['first', 'second']) {
      expect({ language, faults: await faultsOf(page) }).toEqual({ language, faults: [] });
      for (const small of [
        { width: 720, height: 450 },
        { width: 320, height: 640 },
      ]) {
        await page.setViewportSize(small);
        expect({ ...small, overflow: await overflowOf(page) }).toEqual({ ...small, overflow: 0 });
      }
      await page.setViewportSize(size);
      await changeLanguage(page);
    }
  };
  const steps: [string, RegExp | string, () => Promise<void>][] = [
    ['sign-in', words.signIn.submit, () => candidate.page.goto('/').then(() => undefined)],
    ['home', words.home.enter, () => candidate.signIn()],
    ['notice', words.notice.read, () => candidate.enter()],
    ['pledge', words.pledge.agree, () => candidate.readNotice()],
    ['device check', words.devices.begin, () => candidate.signPledge()],
    ['face check', words.face.noticeTitle, () => candidate.checkDevices()],
    ['second camera', words.pairing.scan, () => candidate.chooseCard()],
  ];
  for (const [name, seen, reach] of steps) {
    then(`breaks no rule on the page: ${name}`, async () => {
      await reach();
      await candidate.sees(seen);
      await isFine(candidate.page);
    });
  }

  then('breaks no rule on the phone that is the second camera', async () => {
    await candidate.pairPhone();
    if (candidate.phone) expect(await faultsOf(candidate.phone.page)).toEqual([]);
    await candidate.finishCameras();
  });

  then('breaks no rule in the waiting area and in an invitation', async () => {
    await candidate.sees(common.queue.next);
    await isFine(candidate.page);
    await officer.choose(candidate.login.name);
    await officer.invite(candidate.login.name);
    await candidate.sees(common.invitation.start);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });

  then('accepts the invitation by keyboard alone', async () => {
    await candidate.page.keyboard.press('Enter');
    await candidate.sees(words.interview.leave);
  });

  then('breaks no rule in the exam room, with a question open', async () => {
    await chief.dispatch(1);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await candidate.sees('请用两分钟介绍一件您自己完成的作品');
    await isFine(candidate.page);
  });

  then('breaks no rule on the consoles', async () => {
    expect(await faultsOf(officer.page)).toEqual([]);
    expect(await faultsOf(chief.page)).toEqual([]);
  });

  then('breaks no rule on the receipt', async () => {
    await chief.end();
    await candidate.sees(common.receipt.title);
    await isFine(candidate.page);
  });
});
