import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { eventually, isMark, markIn } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1 interview with a phone as first device', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let chief: Staff;

  beforeAll(async () => {
    world = await startWorld();
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 2, 'obama', 'phone');
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), chief?.close()]);
    await world?.close();
  });

  /** A phone has no way to show what lies beyond its right edge. */
  const fits = async (): Promise<void> => {
    const beyond = await candidate.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  };

  then('2.1.3–2.1.5 enters, agrees, checks the devices and passes the face check', async () => {
    await candidate.reachFaceCheck();
    await fits();
    await candidate.doFaceCheck();
    await candidate.sees(words.pairing.scan);
    await fits();
  });

  then('2.1.7 pairs a second phone with the first', async () => {
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(common.queue.next);
    await fits();
  });

  then('2.1.8 is invited by the chief examiner, starts, and both phones are seen', async () => {
    await chief.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
    await candidate.sees(words.interview.leave);
    for (const [whose, mark] of [
      ['第一摄像头', '#d01818'],
      ['第二摄像头', '#18d018'],
    ] as const) {
      await eventually(
        () => markIn(chief.page, whose),
        (seen) => isMark(seen, mark),
      );
    }
    await eventually(
      () => markIn(candidate.page, '主考官'),
      (seen) => isMark(seen, '#d018d0'),
    );
    await fits();
  });

  then('2.1.8 reads a dispatched question, larger, and puts it away again', async () => {
    await chief.dispatch(1);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await candidate.sees('请用两分钟介绍一件您自己完成的作品');
    await candidate.press(words.questions.larger);
    await fits();
    await chief.sees(/考生打开/);
    await candidate.press(words.interview.hideQuestion);
    await candidate.seesNoMore('请用两分钟介绍一件您自己完成的作品');
  });

  then('2.1.9 is told of the end, and keeps the receipt on the phone', async () => {
    await chief.end();
    await candidate.sees(words.over.title);
    await candidate.sees(common.receipt.title);
    await candidate.sees(words.secondPage.overOff, candidate.phone?.page);
    expect(await candidate.page.locator('video').count()).toBe(0);
    await fits();
  });
});
