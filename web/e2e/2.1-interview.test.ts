import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { eventually, isMark, markIn, toneIn } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1 online interview', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let officer: Staff;
  let examiner: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    examiner = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 2, 'obama');
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close(), examiner?.close()]);
    await world?.close();
  });

  then('2.1.4 shows exam, room, window and steps, and lets the candidate enter', async () => {
    await candidate.signIn();
    await candidate.sees(/进入前还要做 \d 件事/);
    await candidate.enter();
  });

  then('2.1.3 takes the pledge only after it was read to its end', async () => {
    await candidate.readNotice();
    await candidate.sees(words.pledge.readFirst);
    await candidate.signPledge();
  });

  then('2.1.5 passes the face check with the movements that the server asked for', async () => {
    await candidate.checkDevices();
    await candidate.doFaceCheck();
    await candidate.sees(words.pairing.scan);
  });

  then('2.1.7 pairs a phone as the second camera', async () => {
    await candidate.pairPhone();
    await candidate.finishCameras();
  });

  then('2.1.6 waits in the queue, and talks with the officer, picture and sound both ways', async () => {
    await candidate.sees(common.queue.next);
    await officer.choose(candidate.login.name);
    await officer.talk();
    await eventually(
      () => markIn(officer.page, '第一摄像头'),
      (seen) => isMark(seen, '#d01818'),
    );
    await eventually(
      () => markIn(officer.page, '第二摄像头'),
      (seen) => isMark(seen, '#18d018'),
    );
    await eventually(
      () => markIn(candidate.page, '候考官'),
      (seen) => isMark(seen, '#1818d0'),
    );
    await eventually(
      () => toneIn(officer.page, '第一摄像头'),
      (hz) => Math.abs((hz ?? 0) - 440) < 12,
    );
    await eventually(
      () => toneIn(candidate.page, '候考官'),
      (hz) => Math.abs((hz ?? 0) - 1320) < 12,
    );
  });

  then('2.1.7 sends no live sound from position 2', async () => {
    expect(await toneIn(officer.page, '第二摄像头')).toBeNull();
  });

  then(
    '2.1.8 is invited, starts, and moves to the exam room out of earshot of the waiting area',
    async () => {
      await officer.invite(candidate.login.name);
      await candidate.acceptInvitation();
      await eventually(
        () => markIn(examiner.page, '第一摄像头'),
        (seen) => isMark(seen, '#d01818'),
      );
      await eventually(
        () => markIn(examiner.page, '第二摄像头'),
        (seen) => isMark(seen, '#18d018'),
      );
      await eventually(
        () => toneIn(examiner.page, '第一摄像头'),
        (hz) => Math.abs((hz ?? 0) - 440) < 12,
      );
      await eventually(
        () => officer.page.locator('video').count(),
        (count) => count <= 1,
      );
    },
  );

  then(
    '2.1.8 lights up "view question" when a question is dispatched, and the examiner sees it opened',
    async () => {
      await examiner.dispatch(1);
      await candidate.press(new RegExp(words.interview.viewQuestion));
      await candidate.sees('请用两分钟介绍一件您自己完成的作品');
      await examiner.sees(/考生打开/);
    },
  );

  then('2.1.9 can be ended by mistake and taken back', async () => {
    await examiner.end();
    await candidate.sees(words.interview.ending);
    await examiner.press(console.exam.undo);
    await candidate.page.getByText(words.interview.ending).first().waitFor({ state: 'hidden' });
  });

  then('2.1.9 is announced, turns the cameras off on both devices and gives a receipt', async () => {
    await examiner.end();
    await candidate.sees(words.over.title);
    await candidate.sees(common.receipt.title);
    await candidate.sees(words.secondPage.overOff, candidate.phone?.page);
    expect(await candidate.page.locator('video').count()).toBe(0);
  });

  then('2.1.9 takes the scores and seals them', async () => {
    for (const [title, score] of [
      ['专业基础', '26'],
      ['作品与表达', '24'],
      ['思辨与追问', '20'],
      ['外语口语', '12'],
    ] as const) {
      await examiner.page.getByLabel(title).fill(score);
    }
    await examiner.press(console.score.seal);
    await examiner.press(console.score.seal, examiner.page.getByRole('dialog'));
    await examiner.sees(/已提交，不能修改/);
  });
});
