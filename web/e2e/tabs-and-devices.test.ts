import type { Page } from 'playwright-core';
import { ulid } from 'ulid';
import { PRESENCE } from '#protocol/presence';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { openDevice, type Device } from './world/device';
import { eventually } from './world/media-checks';
import { recordOf, sittingOf } from './world/records';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

interface Answer {
  readonly status: number;
  readonly refused: string | undefined;
  readonly retryAt: number;
}

/** What a page would do by hand: a request with the page's own cookie and origin. */
function ask(page: Page, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  return page.evaluate(
    async (wanted) => {
      const response = await fetch(wanted.path, {
        method: wanted.method,
        headers: { 'content-type': 'application/json' },
        body: wanted.body && JSON.stringify(wanted.body),
      });
      const said = (await response.json()) as { refused?: string; details?: { retryAt?: number } };
      return { status: response.status, refused: said.refused, retryAt: said.details?.retryAt ?? 0 };
    },
    { method, path, body },
  );
}

describe('tabs and devices', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let guesser: Candidate;
  let officer: Staff;
  let other: Device;
  let third: Device;
  let thirdDiedAt: number;
  let slowedUntil: number;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    candidate = await Candidate.arrive(world, 0, 'collins');
  });
  afterAll(async () => {
    await Promise.all([
      candidate?.close(),
      other?.close(),
      third?.close(),
      guesser?.close(),
      officer?.close(),
    ]);
    await world?.close();
  });

  const signInOn = async ({ page }: Device): Promise<void> => {
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

  /** The epoch under which a page holds its position, as it reports it itself. */
  const epochOf = async (page: Page): Promise<number> => {
    const beat = await page.waitForRequest('**/api/presence');
    return (beat.postDataJSON() as { epoch: number }).epoch;
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
    await candidate.sees(words.seat.otherTab, second);
    await second.close();
  });

  then('treats a duplicated tab, whose sessionStorage is a copy, like any other second tab', async () => {
    await candidate.page.evaluate(() => sessionStorage.setItem('copied', 'yes'));
    const opened = candidate.page.waitForEvent('popup');
    await candidate.page.evaluate(() => void window.open(window.location.href));
    const twin = await opened;
    expect(await twin.evaluate(() => sessionStorage.getItem('copied'))).toBe('yes');
    await candidate.sees(words.seat.otherTab, twin);
    await candidate.sees(words.seat.otherTabSafe, twin);
    expect(await candidate.page.getByText(words.seat.otherTab).count()).toBe(0);
    await twin.close();
  });

  then('goes on by itself in the waiting tab when the one that had the exam is closed', async () => {
    const second = await candidate.pc.tab();
    await second.goto('/');
    await candidate.press(words.seat.useHere, second);
    await candidate.sees(words.seat.otherTab);
    await second.close();
    await goOn(candidate.page);
  });

  then('asks before another device takes the exam over', async () => {
    other = await openDevice(world, { kind: 'pc', person: 'collins', mark: '#808080', tone: 500 });
    await signInOn(other);
    await candidate.sees(words.seat.taken, other.page);
    await candidate.sees(/那台设备 \d\d:\d\d 还在线/, other.page);
    await candidate.press(words.seat.checkAgain, other.page);
    await candidate.sees(words.seat.taken, other.page);
    await candidate.sees(words.notice.read);
    expect(await candidate.page.getByText(words.seat.superseded).count()).toBe(0);
  });

  then('moves the exam when asked to, and refuses the commands of the former device', async () => {
    const epoch = await epochOf(candidate.page);
    await candidate.press(words.seat.takeOver, other.page);
    await goOn(other.page);
    await candidate.sees(words.seat.superseded);
    const command = {
      commandId: ulid(),
      epoch,
      stepId: 'notice',
      roomSeq: 0,
      command: { name: 'notice.read' },
    };
    const answer = await ask(candidate.page, 'POST', '/api/sitting/command', command);
    expect(answer).toMatchObject({ status: 409, refused: 'SUPERSEDED' });
    expect(await recordOf(world, candidate.login.ticket)).not.toContain('notice.read');
    await candidate.sees(words.notice.read, other.page);
  });

  then('shows the former device the way back', async () => {
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

  then('takes over at once from a device that died without a word', async () => {
    third = await openDevice(world, { kind: 'pc', person: 'collins', mark: '#808080', tone: 500 });
    await signInOn(third);
    await candidate.press(words.seat.takeOver, third.page);
    await goOn(third.page);
    await candidate.sees(words.seat.superseded);
    await third.context.setOffline(true);
    await third.close();
    thirdDiedAt = Date.now();
    await candidate.page.reload();
    await candidate.sees(words.seat.taken);
    await candidate.press(words.seat.takeOver);
    await goOn(candidate.page);
    expect(Date.now() - thirdDiedAt).toBeLessThan(10_000);
  });

  then('leaves the position to yet another device, which dies as well', async () => {
    third = await openDevice(world, { kind: 'pc', person: 'collins', mark: '#808080', tone: 500 });
    await signInOn(third);
    await candidate.press(words.seat.takeOver, third.page);
    await goOn(third.page);
    await candidate.sees(words.seat.superseded);
    await third.context.setOffline(true);
    await third.close();
    thirdDiedAt = Date.now();
  });

  then('signs in by the personal link, which opening alone does not spend', async () => {
    const guest = await Candidate.arrive(world, 1, 'hopper');
    const scanner = await openDevice(world, { kind: 'pc', person: 'hopper', mark: '#808080', tone: 500 });
    const link = new URL(guest.login.link).pathname;
    for (const page of [scanner.page, guest.page, guest.page]) {
      await page.goto(link);
      await guest.sees(words.link.lead, page);
    }
    expect(await ask(scanner.page, 'GET', '/api/sitting')).toMatchObject({ refused: 'NOT_SIGNED_IN' });
    expect(await ask(guest.page, 'GET', '/api/sitting')).toMatchObject({ refused: 'NOT_SIGNED_IN' });
    await scanner.close();
    await guest.press(words.link.enter);
    await guest.sees(/进入前还要做/);
    await guest.sees(guest.login.name);
    expect(guest.page.url()).not.toContain('/link/');
    await guest.close();
  });

  then('says in words that a link does not fit', async () => {
    const stray = await openDevice(world, { kind: 'phone', person: 'hopper', mark: '#808080', tone: 500 });
    await stray.page.goto('/link/not-a-link-that-anybody-was-given');
    await candidate.press(words.link.enter, stray.page);
    await candidate.sees(words.link.wrongNote, stray.page);
    await candidate.press(words.link.byTicket, stray.page);
    await candidate.sees(words.signIn.lead, stray.page);
    await stray.close();
  });

  then('slows guessing down, in words and with a time, also for the right passcode', async () => {
    guesser = await Candidate.arrive(world, 2, 'hopper');
    const { page } = guesser;
    const passcode = page.getByLabel(words.signIn.passcode);
    await page.goto('/');
    await page.getByLabel(words.signIn.exam).fill(world.logins.exam.code);
    await page.getByLabel(words.signIn.ticket).fill(guesser.login.ticket);
    await passcode.fill('000000');
    const submit = async (): Promise<Answer> => {
      const answered = page.waitForResponse('**/api/login/candidate');
      await guesser.press(words.signIn.submit);
      const response = await answered;
      const said = (await response.json()) as { refused?: string; details?: { retryAt?: number } };
      return { status: response.status(), refused: said.refused, retryAt: said.details?.retryAt ?? 0 };
    };
    expect(await submit()).toMatchObject({ refused: 'WRONG_CREDENTIALS' });
    await guesser.sees(/对不上/);
    // The wait doubles with each wrong one: long enough to see that staff's help, not time, lifts it.
    const refused = await eventually(submit, ({ retryAt }) => retryAt - Date.now() > 3_000);
    slowedUntil = refused.retryAt;
    await guesser.sees(/尝试的次数太多，\d\d:\d\d(:\d\d)? 以后可以再试/);
    await passcode.fill(guesser.login.passcode);
    expect(await submit()).toMatchObject({ status: 429, refused: 'SLOW_DOWN' });
  });

  then('lets the candidate in as soon as staff lift it', async () => {
    const sitting = await sittingOf(world, guesser.login.ticket);
    expect(await ask(officer.page, 'POST', `/api/sittings/${sitting}/unlock`)).toMatchObject({ status: 200 });
    await guesser.press(words.signIn.submit);
    await guesser.sees(/进入前还要做/);
    expect(Date.now()).toBeLessThan(slowedUntil);
  });

  then('does not even ask once the dead device has been silent for 15 s', async () => {
    await eventually(
      () => Promise.resolve(Date.now() - thirdDiedAt),
      (silentMs) => silentMs > PRESENCE.lostAfterMs,
    );
    await candidate.page.reload();
    await goOn(candidate.page);
    expect(await candidate.page.getByText(words.seat.taken).count()).toBe(0);
  });

  then('keeps candidates off the pages of staff, and staff off those of candidates', async () => {
    const tab = await candidate.pc.tab();
    for (const address of ['/staff', '/admin']) {
      await tab.goto(address);
      await candidate.sees(console.notStaff, tab);
      expect(await tab.getByText(guesser.login.name).count()).toBe(0);
    }
    await tab.close();
    await officer.page.goto('/');
    await candidate.sees(words.staffHere.title, officer.page);
    expect(await ask(officer.page, 'GET', '/api/sitting')).toMatchObject({
      status: 403,
      refused: 'NOT_ALLOWED',
    });
  });
});
