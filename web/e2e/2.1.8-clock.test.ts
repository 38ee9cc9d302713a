import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { clockOf, deadlineShown, secondsLeft } from './world/clocks';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const MINUTE = 60_000;
const STANDS_FOR_MS = 4_000;

describe('2.1.8 clock', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let phone: ScriptedPhone | null = null;
  let chief: Staff;
  let first: number;

  beforeAll(async () => {
    world = await startWorld();
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'hopper');
    phone = await bringTo(world, candidate, 'waiting');
    await candidate.sees(common.queue.next);
    await chief.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
    await candidate.sees(words.interview.leave);
  });
  afterAll(async () => {
    phone?.close();
    await Promise.all([candidate?.close(), chief?.close()]);
    await world?.close();
  });

  const clock = () => clockOf(candidate.page);
  const pages = () => [candidate.page, chief.page];
  /** Both pages count down to the server's deadline, to the second that a countdown can show. */
  const agree = async (): Promise<number> => {
    const { deadlineAt } = await clock();
    if (deadlineAt === null) throw new Error('the clock stands');
    await eventually(
      () => Promise.all(pages().map(deadlineShown)),
      (shown) => shown.every((at) => Math.abs(at - deadlineAt) <= 1_200),
    );
    return deadlineAt;
  };

  then('counts down on both pages to the same instant, which is the server’s', async () => {
    first = await agree();
  });

  then('moves by what was given, and tells the candidate', async () => {
    await chief.extend(3, '设备重新连接');
    await candidate.sees(words.interview.extended.replace('{{time}}', '3 分钟'));
    await candidate.sees('+3 分钟');
    expect((await agree()) - first).toBe(3 * MINUTE);
  });

  then('moves for everybody in the room when the room is given time', async () => {
    await chief.press(console.exam.more);
    const menu = chief.page.getByRole('dialog');
    await chief.press(console.exam.extendRoom, menu);
    await menu.getByRole('textbox', { name: console.act.reason }).fill('广播播报');
    await chief.press(/^延长 3 分钟/, menu);
    await menu.waitFor({ state: 'hidden' });
    await eventually(clock, ({ deadlineAt }) => deadlineAt === first + 6 * MINUTE);
    await agree();
  });

  then('stands still on both pages while it is paused, also after a reload', async () => {
    await chief.pause('考官核对材料');
    await candidate.sees(words.interview.pausedNote);
    await chief.sees(common.clock.paused);
    const { remainingMs } = await clock();
    const stands = async (): Promise<void> => {
      await eventually(
        () => Promise.all(pages().map(secondsLeft)),
        (shown) => shown.every((seconds) => seconds === Math.ceil(remainingMs / 1_000)),
      );
    };
    await stands();
    const since = Date.now();
    await candidate.page.reload();
    await candidate.sees(words.interview.pausedNote);
    await eventually(
      () => Promise.resolve(Date.now() - since),
      (passed) => passed >= STANDS_FOR_MS,
    );
    await stands();
    expect((await clock()).remainingMs).toBe(remainingMs);
  });

  then('runs on with exactly the time that was left', async () => {
    const { pausedSince } = await clock();
    const left = (await clock()).remainingMs;
    await chief.resume();
    await candidate.seesNoMore(words.interview.pausedNote);
    const deadlineAt = await agree();
    expect(pausedSince).not.toBeNull();
    // What was left when it stopped is what is left when it goes on: the pause itself costs nothing.
    expect(deadlineAt - first - 6 * MINUTE).toBeGreaterThanOrEqual(STANDS_FOR_MS);
    expect(deadlineAt - Date.now()).toBeLessThanOrEqual(left);
  });
});
