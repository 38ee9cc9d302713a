import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { clockOf, deadlineShown, secondsLeft } from './world/clocks';
import { eventually, framesIn, isMark, markIn } from './world/media-checks';
import { bookedOutages } from './world/outages';
import { recordOf, timesSaid } from './world/records';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const HOUR = 3_600_000;
const CUT_MS = 20_000;

describe('durable', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let officer: Staff;
  let examiner: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    examiner = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    // The photo registered for this seat is another person's, and the clock of this computer is an hour ahead.
    candidate = await Candidate.arrive(world, 0, 'hopper', 'pc', { clockAheadMs: HOUR });
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close(), examiner?.close()]);
    await world?.close();
  });

  /** The page as it comes up again must show the same step without anybody's doing. */
  const reload = async (sees: string | RegExp, page = candidate.page): Promise<void> => {
    await page.reload();
    await candidate.sees(sees, page);
  };

  const deadline = async (): Promise<number | null> => (await clockOf(candidate.page)).deadlineAt;
  /** What our own outages gave back by themselves is no change: without it the deadline is what it was. */
  const withoutOurs = async (): Promise<number> => {
    const booked = await bookedOutages(world);
    const ours = booked.reduce((ms, { from, to }) => ms + (to ?? from) - from, 0);
    return ((await deadline()) ?? NaN) - ours;
  };
  const isStill = (before: number) => eventually(withoutOurs, (at) => at === before);
  /** To the second that a countdown can show; a page that is busy is given the time to catch up. */
  const showTheSameDeadline = async (): Promise<void> => {
    const right = (await deadline()) ?? NaN;
    await eventually(
      () => Promise.all([deadlineShown(candidate.page), deadlineShown(examiner.page)]),
      (shown) => shown.every((at) => Math.abs(at - right) <= 1_200),
    );
  };
  const pictures = [
    { on: () => examiner.page, whose: '第一摄像头', mark: '#d01818' },
    { on: () => examiner.page, whose: '第二摄像头', mark: '#18d018' },
    { on: () => candidate.page, whose: '主考官', mark: '#d018d0' },
  ];
  const lookAtAll = () =>
    Promise.all(
      pictures.map(async ({ on, whose, mark }) => ({
        whose,
        frames: await framesIn(on(), whose),
        right: isMark(await markIn(on(), whose), mark),
      })),
    );
  /** Each shows the other's own picture, and goes on showing new ones. */
  const seeEachOther = async (): Promise<void> => {
    const first = await eventually(lookAtAll, (all) => all.every(({ right }) => right));
    await eventually(lookAtAll, (all) => all.every(({ frames }, at) => frames > (first[at]?.frames ?? 0)));
  };
  const times = async (what: string): Promise<number> =>
    (await recordOf(world, candidate.login.ticket)).filter((kind) => kind === what).length;
  const write = async (text: string): Promise<void> => {
    const field = candidate.page.getByRole('textbox', { name: common.messages.field });
    await field.fill(text);
    await field.press('Enter');
  };
  then('is where it was after a reload of home, notice, pledge and devices', async () => {
    await candidate.signIn();
    await reload(words.home.enter);
    await candidate.enter();
    await candidate.sees(words.notice.read);
    await reload(words.notice.read);
    await candidate.readNotice();
    await candidate.sees(words.pledge.agree);
    await reload(words.pledge.agree);
    await candidate.signPledge();
    await candidate.sees(words.devices.begin);
    await reload(words.devices.begin);
    await candidate.checkDevices();
  });

  then('goes on with the same attempt after a reload in the face check, and spends none by it', async () => {
    await candidate.sees(words.face.noticeTitle);
    await reload(words.face.noticeTitle);
    await candidate.press(words.face.begin);
    await candidate.sees(common.face.ask.front);
    await reload(common.face.ask.front);
    await candidate.sees('第 1 次，共 3 次');
    await candidate.follow();
    await candidate.sees('还可以试 2 次');
    await reload('还可以试 2 次');
    await candidate.press(new RegExp(words.face.goOn));
  });

  then('is where it was after a reload while cameras are connected, on both devices', async () => {
    await candidate.sees(words.pairing.scan);
    await reload(words.pairing.scan);
    await candidate.pairPhone();
    await reload(words.second.said.live);
    await reload(words.secondPage.says.filming, candidate.phone?.page);
    await candidate.finishCameras();
    await candidate.sees(common.queue.next);
    await reload(common.queue.next);
  });

  then('says so when the network is gone in the waiting area, and goes on by itself after 20 s', async () => {
    await officer.choose(candidate.login.name);
    await candidate.pc.context.setOffline(true);
    const cutAt = Date.now();
    await candidate.sees(words.offline.strip);
    await candidate.sees(words.offline.kept);
    await officer.sees(new RegExp(console.conditions.lost));
    await eventually(
      () => Promise.resolve(Date.now() - cutAt),
      (passed) => passed >= CUT_MS,
    );
    await candidate.sees(common.queue.next);
    await candidate.pc.context.setOffline(false);
    await candidate.seesNoMore(words.offline.strip);
    await candidate.sees(common.queue.next);
    await officer.seesNoMore(new RegExp(console.conditions.lost));
  });

  then('keeps an invitation over a reload, and its time runs on', async () => {
    await officer.invite(candidate.login.name);
    await candidate.sees(common.invitation.start);
    const invitation = candidate.page.getByRole('alertdialog');
    const left = async () =>
      Number(
        /(\d+):(\d\d)/
          .exec(await invitation.innerText())
          ?.slice(1)
          .join(''),
      );
    const before = await left();
    await reload(common.invitation.start);
    expect(await left()).toBeLessThan(before);
    expect(await left()).toBeGreaterThan(0);
    await candidate.acceptInvitation();
    await seeEachOther();
  });

  then('counts down rightly on a computer whose clock is wrong by an hour', async () => {
    expect(await candidate.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + HOUR - 60_000);
    await showTheSameDeadline();
    const minute = new Intl.DateTimeFormat('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: 'Asia/Shanghai',
    });
    const [earlier, now] = [Date.now() - 60_000, Date.now()].map((at) => minute.format(at));
    await candidate.sees(new RegExp(`(${earlier}|${now})`));
  });

  then('is back in the interview after a reload, seen again, with the same clock', async () => {
    const before = await deadline();
    await reload(words.interview.leave);
    await seeEachOther();
    await showTheSameDeadline();
    expect(await deadline()).toBe(before);
  });

  then('does what was asked while the worker was dead, each exactly once', async () => {
    await examiner.dispatch(1);
    await candidate.sees(words.interview.arrivedNote);
    const before = await withoutOurs();
    await world.worker.kill();
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await write('刚才的声音断了一下');
    await examiner.dispatch(2);
    await world.worker.start();
    await examiner.insistOnDispatch(2);
    await examiner.sees(/考生打开/);
    await candidate.sees('第 2 题');
    expect(await times('interview.opened q1')).toBe(1);
    expect(await times('interview.dispatched q2')).toBe(1);
    expect(await timesSaid(world, '刚才的声音断了一下')).toBe(1);
    await isStill(before);
    await showTheSameDeadline();
    await seeEachOther();
  });

  then(
    'answers what was ordered while the api was dead once it is back, without a reload by hand',
    async () => {
      const before = await withoutOurs();
      const marked = (page: Candidate['page']) =>
        page.evaluate(() => Object.assign(window, { sameTab: true }));
      await Promise.all([marked(candidate.page), marked(examiner.page)]);
      await world.api.kill();
      await examiner.dispatch(3);
      await write('我这边还在');
      await Promise.all([examiner.sees(console.reconnecting), candidate.sees(words.offline.strip)]);
      await world.api.start();
      await Promise.all([
        examiner.seesNoMore(console.reconnecting),
        candidate.seesNoMore(words.offline.strip),
      ]);
      await examiner.insistOnDispatch(3);
      await candidate.sees('第 3 题');
      await examiner.page.getByText(console.exam.notSent).first().waitFor({ state: 'hidden' });
      await eventually(
        () => timesSaid(world, '我这边还在'),
        (count) => count === 1,
      );
      expect(await times('interview.dispatched q3')).toBe(1);
      await isStill(before);
      await showTheSameDeadline();
      await seeEachOther();
      for (const { page } of [candidate, examiner])
        expect(await page.evaluate(() => 'sameTab' in window)).toBe(true);
    },
  );

  then('lets the clock run on through 20 s without network, and catches up by itself', async () => {
    const before = await withoutOurs();
    const left = await secondsLeft(candidate.page);
    await candidate.pc.context.setOffline(true);
    const cutAt = Date.now();
    await candidate.sees(words.offline.strip);
    await candidate.sees(words.offline.kept);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await candidate.sees(words.offline.keptCommand);
    await eventually(
      () => Promise.resolve(Date.now() - cutAt),
      (passed) => passed >= CUT_MS,
    );
    expect(left - (await secondsLeft(candidate.page))).toBeGreaterThanOrEqual(CUT_MS / 1_000 - 1);
    await candidate.pc.context.setOffline(false);
    await candidate.seesNoMore(words.offline.strip);
    await eventually(
      () => times('interview.opened q3'),
      (count) => count === 1,
    );
    await isStill(before);
    await showTheSameDeadline();
    await seeEachOther();
  });

  then(
    'still says that the interview is ending after a reload, and then shows the same receipt again',
    async () => {
      await examiner.end();
      await candidate.sees(words.interview.ending);
      await reload(words.interview.ending);
      await candidate.sees(common.receipt.title);
      const number = () => candidate.page.getByText(common.receipt.number).locator('..').innerText();
      const before = await number();
      expect(before).toMatch(/[0-9a-f]{4}/i);
      await reload(common.receipt.title);
      expect(await number()).toBe(before);
      await reload(words.secondPage.overOff, candidate.phone?.page);
    },
  );
});
