import type { Page } from 'playwright-core';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { openDevice, type Device } from './world/device';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('tabs and devices', () => {
  const then = story();
  let world: World;
  let candidate: Candidate;
  let other: Device;

  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 0, 'collins');
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), other?.close()]);
    await world?.close();
  });

  const signInOn = async (device: Device): Promise<void> => {
    const { page } = device;
    await page.goto('/');
    await page.getByLabel(words.signIn.exam).fill(world.logins.exam.code);
    await page.getByLabel(words.signIn.ticket).fill(candidate.login.ticket);
    await page.getByLabel(words.signIn.passcode).fill(candidate.login.passcode);
    await candidate.press(words.signIn.submit, page);
  };

  /** A page that takes the exam up shows where it stands, and goes on at a click. */
  const goOn = async (page: Page): Promise<void> => {
    await candidate.sees(/^继续|我已阅读/, page);
    const further = page.getByRole('button', { name: /^继续/ });
    if (await further.isVisible()) await further.click();
    await candidate.sees(words.notice.read, page);
  };

  then('opens in one tab only: a second one says so, and can take over', async () => {
    await candidate.signIn();
    await candidate.enter();
    await candidate.sees(words.notice.read);
    const second = await candidate.pc.tab();
    await second.goto('/');
    await candidate.sees(words.seat.otherTab, second);
    await candidate.press(words.seat.useHere, second);
    await goOn(second);
    await candidate.sees(words.seat.otherTab);
    await candidate.press(words.seat.useHere);
    await goOn(candidate.page);
    await second.close();
  });

  then('asks before another device takes the exam over', async () => {
    other = await openDevice(world, { kind: 'pc', person: 'collins', mark: '#808080', tone: 500 });
    await signInOn(other);
    await candidate.sees(words.seat.taken, other.page);
    expect(await candidate.page.getByText(words.notice.read).count()).toBeGreaterThan(0);
  });

  then('moves the exam when asked to, and tells the former device with the way back', async () => {
    await candidate.press(words.seat.takeOver, other.page);
    await goOn(other.page);
    await candidate.sees(words.seat.superseded);
    await candidate.press(words.seat.takeBack);
    await candidate.sees(words.seat.superseded, other.page);
    await goOn(candidate.page);
  });

  then('lets the candidate come back without cookies to where he was', async () => {
    await other.close();
    await candidate.pc.context.clearCookies();
    await candidate.page.reload();
    await candidate.sees(words.signIn.submit);
    await signInOn(candidate.pc);
    await goOn(candidate.page);
  });

  then('signs in by the personal link, which opening alone does not spend', async () => {
    const guest = await Candidate.arrive(world, 1, 'hopper');
    await guest.page.goto(new URL(guest.login.link).pathname);
    await guest.sees(words.link.lead);
    await guest.page.reload();
    await guest.press(words.link.enter);
    await guest.sees(/进入前还要做/);
    await guest.close();
  });

  then('says plainly what does not fit, and slows guessing down', async () => {
    const guesser = await Candidate.arrive(world, 2, 'hopper');
    const { page } = guesser;
    await page.goto('/');
    await page.getByLabel(words.signIn.exam).fill(world.logins.exam.code);
    await page.getByLabel(words.signIn.ticket).fill(guesser.login.ticket);
    await page.getByLabel(words.signIn.passcode).fill('000000');
    await guesser.press(words.signIn.submit);
    await guesser.sees(/对不上/);
    for (
      let tries = 0;
      tries < 12 &&
      !(await page
        .getByText(/尝试的次数太多/)
        .first()
        .isVisible());
      tries += 1
    ) {
      const answered = page.waitForResponse('**/api/login/candidate');
      await guesser.press(words.signIn.submit);
      await answered;
    }
    await guesser.sees(/尝试的次数太多/);
    await guesser.close();
  });
});
