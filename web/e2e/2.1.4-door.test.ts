import { ulid } from 'ulid';
import { loginCandidate } from '#contract/auth';
import { checkIn, claimPosition } from '#contract/sitting';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { createCaller } from './world/caller';
import { eventually } from './world/media-checks';
import { setWindow } from './world/records';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const HOUR = 3_600_000;
/** Long enough to sign in twice on a busy machine, short enough to be waited for. */
const OPENS_IN_MS = 40_000;

describe('2.1.4 the door of the exam', () => {
  const then = story(() => world);
  let world: World;
  let early: Candidate;
  let late: Candidate;
  let opensAt: number;

  beforeAll(async () => {
    world = await startWorld();
    early = await Candidate.arrive(world, 0, 'collins');
    late = await Candidate.arrive(world, 1, 'hopper', 'phone');
  });
  afterAll(async () => {
    await Promise.all([early?.close(), late?.close()]);
    await world?.close();
  });

  /** Figures of the countdown on the exam card, in seconds. */
  const secondsToDoor = async (): Promise<number> => {
    const [, minutes = NaN, seconds = NaN] =
      /还有 (\d\d):(\d\d)/.exec(await early.page.locator('body').innerText())?.map(Number) ?? [];
    return minutes * 60 + seconds;
  };
  const enter = (candidate: Candidate) => candidate.page.getByRole('button', { name: words.home.enter });
  const callLink = (candidate: Candidate) =>
    candidate.page.getByRole('link', { name: words.home.call.split('{{')[0] });

  then(
    'says too early plainly: when it opens, counted down by the second, and what to do until then',
    async () => {
      opensAt = Date.now() + OPENS_IN_MS;
      await setWindow(world, { opensAt, entryClosesAt: opensAt + HOUR, closesAt: opensAt + 2 * HOUR });
      await early.showTicket();
      await early.sees(words.home.waitForDoor);
      expect(await enter(early).count()).toBe(0);
      const shown = await secondsToDoor();
      expect(Math.abs(shown - (opensAt - Date.now()) / 1_000)).toBeLessThan(3);
      await eventually(secondsToDoor, (now) => now < shown);
    },
  );

  then('refuses whoever knocks all the same, with the time', async () => {
    const { call, must } = createCaller(world.url);
    const { ticket, passcode } = late.login;
    await must(loginCandidate, { body: { exam: world.logins.exam.code, ticket, passcode } });
    const { epoch } = await must(claimPosition, { body: { deviceId: ulid(), takeOver: true } });
    const answer = await call(checkIn, { body: { commandId: ulid(), epoch } });
    expect(answer).toMatchObject({ ok: false, no: { refused: 'TOO_EARLY', details: { opensAt } } });
  });

  then('opens by itself at the time, without a reload, and lets the candidate in', async () => {
    await early.page.reload();
    await early.page.evaluate(() => void (document.body.dataset.kept = 'yes'));
    await enter(early).waitFor();
    expect(Date.now()).toBeGreaterThanOrEqual(opensAt - 1_000);
    expect(await early.page.evaluate(() => document.body.dataset.kept)).toBe('yes');
    await early.enter();
    await early.sees(words.notice.read);
  });

  then('says too late plainly: since when, and whom to call', async () => {
    const closed = Date.now() - 60_000;
    await setWindow(world, { opensAt: closed - HOUR, entryClosesAt: closed, closesAt: closed + HOUR });
    await late.showTicket();
    await late.sees(/进入时间 \d\d:\d\d 已过/);
    expect(await callLink(late).getAttribute('href')).toMatch(/^tel:/);
    expect(await enter(late).count()).toBe(0);
  });

  then('lets who was inside come back after entry has closed', async () => {
    await early.page.reload();
    await early.sees(words.notice.read);
  });

  then('says that the exam has ended, and whom to ask', async () => {
    const ended = Date.now() - 60_000;
    await setWindow(world, { opensAt: ended - 2 * HOUR, entryClosesAt: ended - HOUR, closesAt: ended });
    const missed = await Candidate.arrive(world, 2, 'hopper', 'phone');
    await missed.showTicket();
    await missed.sees(/本场考试 \d\d:\d\d 已结束/);
    await callLink(missed).waitFor();
    expect(await enter(missed).count()).toBe(0);
    await missed.close();
  });
});
