import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { useFlow } from './people/office';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(300_000);

describe('2.1.8 invitation', () => {
  const then = story(() => world);
  let world: World;
  let first: Candidate;
  let second: Candidate;
  let secondsPhone: ScriptedPhone | null = null;
  let officer: Staff;
  let chief: Staff;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, (yaml) =>
      yaml
        .replace('invitationSeconds: 120', 'invitationSeconds: 30')
        .replace('remindAfterSeconds: 60', 'remindAfterSeconds: 10'),
    );
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    first = await Candidate.arrive(world, 0, 'collins');
    second = await Candidate.arrive(world, 1, 'hopper');
    await bringTo(world, first, 'cameras');
    await first.pairPhone();
    await first.finishCameras();
    await first.sees(common.queue.next);
    secondsPhone = await bringTo(world, second, 'waiting');
  });
  afterAll(async () => {
    secondsPhone?.close();
    await Promise.all([first?.close(), second?.close(), officer?.close(), chief?.close()]);
    await world?.close();
  });

  const invite = (candidate: Candidate) => console.act.invite.replace('{{name}}', candidate.login.name);

  then('2.1.6 tells each candidate how many are ahead', async () => {
    await first.sees(common.queue.next);
    await second.sees('位考生');
  });

  then('2.1.6 says in words that the officer is with another candidate', async () => {
    await officer.choose(first.login.name);
    await officer.talk();
    await first.sees(words.waiting.talking);
    await second.sees(/正在和另一位考生通话/);
  });

  then('2.1.6 carries messages both ways and announcements to all', async () => {
    await first.page.getByPlaceholder(words.waiting.writeTo).fill('老师好');
    await first.page.keyboard.press('Enter');
    await officer.press(console.stage.message);
    await officer.sees('老师好');
    await officer.page.getByRole('dialog').getByRole('textbox').fill('请稍等');
    await officer.page.keyboard.press('Enter');
    await first.sees('请稍等');
    await officer.page.keyboard.press('Escape');
    await chief.announce('考试推迟五分钟');
    await first.sees('考试推迟五分钟');
    await second.sees('考试推迟五分钟');
  });

  then('2.1.6 holds an invitation while the candidate is away', async () => {
    await first.press(words.messages.understood);
    await first.press(/离开 5 分钟/);
    await first.sees(common.queue.away);
    await officer.sees(/暂离/);
    await first.press(words.waiting.back);
    await first.sees(common.queue.next);
  });

  then('2.1.8 tells the second of two who invite who was first', async () => {
    await officer.press(invite(first));
    await first.sees(common.invitation.start);
    await chief.sees(console.exam.invitedTitle.replace('{{name}}', first.login.name));
    await officer.choose(second.login.name);
    await officer.sees(/考场空出后再邀请/);
  });

  then('2.1.8 begins at "start" and does nothing on Escape', async () => {
    const start = first.page.getByRole('button', { name: common.invitation.start });
    expect(await start.evaluate((button) => button === document.activeElement)).toBe(true);
    await first.page.keyboard.press('Escape');
    expect(await start.isVisible()).toBe(true);
  });

  then('2.1.8 calls on the phone too, and sends the candidate to his computer', async () => {
    await first.sees(words.secondPage.goToComputer, first.phone?.page);
  });

  then('2.1.8 gives one more minute, once', async () => {
    await first.press(common.invitation.grace);
    await first.sees(common.invitation.graceGiven);
  });

  then('2.1.8 defers who misses an invitation, and never drops him', async () => {
    await first.page
      .getByRole('button', { name: common.invitation.start })
      .waitFor({ state: 'hidden', timeout: 120_000 });
    await second.sees(common.queue.next);
    await first.sees('位考生');
  });

  then('2.1.8 has the officer call who missed twice', async () => {
    await officer.choose(first.login.name);
    await officer.press(console.act.inviteAnyway.replace('{{name}}', first.login.name));
    await officer.page.getByRole('dialog').getByRole('textbox').fill('先到先试');
    await officer.press(invite(first), officer.page.getByRole('dialog'));
    await first.sees(common.invitation.start);
    await first.page
      .getByRole('button', { name: common.invitation.start })
      .waitFor({ state: 'hidden', timeout: 60_000 });
    await first.sees(words.waiting.mustBeCalled);
    await officer.press(console.act.callIn.replace('{{name}}', first.login.name));
    await first.acceptInvitation();
    await first.sees(words.interview.leave);
  });
});
