import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { eventually, isMark, markIn } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('durable', () => {
  const then = story();
  let world: World;
  let candidate: Candidate;
  let officer: Staff;
  let examiner: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    examiner = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'collins');
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close(), examiner?.close()]);
    await world?.close();
  });

  /** The page as it comes up again must show the same step without anybody's doing. */
  const reload = async (sees: string | RegExp): Promise<void> => {
    await candidate.page.reload();
    await candidate.sees(sees);
  };

  /** Seconds left on a page's clock. */
  const secondsLeft = async (of: { page: Candidate['page'] }): Promise<number> => {
    const text = await of.page.getByRole('timer').first().innerText();
    const [minutes = 0, seconds = 0] = text.trim().split(':').map(Number);
    return minutes * 60 + seconds;
  };

  then('is where it was after a reload in every step before the waiting area', async () => {
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
    await candidate.sees(words.face.noticeTitle);
    await reload(words.face.noticeTitle);
    await candidate.chooseCard();
    await reload(words.pairing.scan);
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(common.queue.next);
    await reload(common.queue.next);
  });

  then('keeps an invitation over a reload', async () => {
    await officer.choose(candidate.login.name);
    await officer.press(console.act.invite.replace('{{name}}', candidate.login.name));
    await candidate.sees(common.invitation.start);
    await reload(common.invitation.start);
    await candidate.acceptInvitation();
    await eventually(
      () => markIn(examiner.page, '第一摄像头'),
      (seen) => isMark(seen, '#d01818'),
    );
  });

  then('is back in the interview after a reload, seen again, with the same clock', async () => {
    await reload(words.interview.leave);
    await eventually(
      () => markIn(examiner.page, '第一摄像头'),
      (seen) => isMark(seen, '#d01818'),
    );
    const [his, theirs] = [await secondsLeft(candidate), await secondsLeft(examiner)];
    expect(Math.abs(his - theirs)).toBeLessThanOrEqual(2);
  });

  then('goes on after the worker was killed: what was asked meanwhile is done once', async () => {
    await world.worker.kill();
    await examiner.press(/^下发第 1 题/);
    await world.worker.start();
    await candidate.sees(words.interview.arrivedNote);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await candidate.sees('请用两分钟介绍一件您自己完成的作品');
    await examiner.sees(/考生打开/);
    expect(await examiner.page.getByText('未下发').count()).toBe(2);
  });

  then('goes on after the api was killed, without a reload by hand', async () => {
    const before = await secondsLeft(candidate);
    const began = Date.now();
    await world.api.kill();
    await examiner.sees(console.reconnecting);
    await world.api.start();
    await examiner.page.getByText(console.reconnecting).waitFor({ state: 'hidden', timeout: 60_000 });
    await examiner.press(/^下发第 2 题/);
    await candidate.sees('第 2 题');
    const passed = (Date.now() - began) / 1000;
    expect(Math.abs(before - (await secondsLeft(candidate)) - passed)).toBeLessThan(4);
    await eventually(
      () => markIn(examiner.page, '第一摄像头'),
      (seen) => isMark(seen, '#d01818'),
    );
  });

  then('tells the candidate to go on while his network is gone, and catches up when it is back', async () => {
    await candidate.pc.context.setOffline(true);
    await candidate.sees(words.offline.strip);
    await examiner.press(/^下发第 3 题/);
    await candidate.pc.context.setOffline(false);
    await candidate.page.getByText(words.offline.strip).waitFor({ state: 'hidden', timeout: 60_000 });
    await candidate.sees('第 3 题');
  });

  then('shows the receipt again after a reload', async () => {
    await examiner.press(console.exam.end);
    await examiner.press(console.exam.endConfirm, examiner.page.getByRole('alertdialog'));
    await candidate.sees(common.receipt.title);
    await reload(common.receipt.title);
  });
});
