import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { Keyboard } from './people/keyboard';
import { ScriptedPhone } from './people/scripted-phone';
import { Staff } from './people/staff';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('keyboard alone, at 200 % zoom', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let keyboard: Keyboard;
  let phone: ScriptedPhone;
  let chief: Staff;

  beforeAll(async () => {
    world = await startWorld();
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'hopper', 'pc', { zoom: 2 });
    keyboard = new Keyboard(candidate.page);
  });
  afterAll(async () => {
    phone?.close();
    await Promise.all([candidate?.close(), chief?.close()]);
    await world?.close();
  });

  then('2.1.4 signs in and enters', async () => {
    await candidate.page.goto('/');
    await candidate.sees(words.signIn.lead);
    await keyboard.type(words.signIn.exam, world.logins.exam.code);
    await keyboard.type(words.signIn.ticket, candidate.login.ticket);
    await keyboard.type(words.signIn.passcode, candidate.login.passcode);
    await candidate.page.keyboard.press('Enter');
    await keyboard.press(words.home.enter);
  });

  then('2.1.3 reads the notice, and the pledge to its end', async () => {
    await keyboard.press(words.notice.read);
    await candidate.sees(words.pledge.readFirst);
    await candidate.page.keyboard.press('Tab');
    await candidate.page.keyboard.press('End');
    await keyboard.press(words.pledge.agree);
  });

  then('2.1.4 checks the devices', async () => {
    await keyboard.press(words.devices.begin);
    await keyboard.press(words.devices.ring, 'Space');
    await keyboard.press(words.devices.heardIt, 'Space');
    await keyboard.press(words.devices.finish);
  });

  then('2.1.5 chooses the ID card', async () => {
    await candidate.sees(words.face.noticeTitle);
    await keyboard.press(words.face.byCard);
  });

  then('2.1.7 goes on when the second camera is there', async () => {
    phone = await ScriptedPhone.pair(world, await candidate.pairingAddress());
    await candidate.sees(words.second.said.live);
    await keyboard.press(words.pairing.done);
  });

  then('2.1.6 writes to the officer, steps out and comes back', async () => {
    await candidate.sees(common.queue.next);
    await keyboard.type(common.messages.field, '我准备好了');
    await candidate.page.keyboard.press('Enter');
    await candidate.sees('我准备好了');
    await keyboard.press(/离开 5 分钟/);
    await candidate.sees(common.queue.away);
    await keyboard.press(words.waiting.back);
    await candidate.sees(common.queue.next);
  });

  then('2.1.8 starts where the focus already is, and reads the question larger', async () => {
    await chief.press(new RegExp(candidate.login.name));
    await candidate.sees(common.invitation.start);
    await candidate.page.keyboard.press('Enter');
    await candidate.sees(words.interview.leave);
    await chief.dispatch(1);
    await keyboard.press(new RegExp(words.interview.viewQuestion));
    await candidate.sees('请用两分钟介绍一件您自己完成的作品');
    await keyboard.press(words.questions.larger);
    await candidate.page.keyboard.press('Escape');
    await candidate.seesNoMore('请用两分钟介绍一件您自己完成的作品');
  });

  then('2.1.8 stays by default when leaving was a slip', async () => {
    await keyboard.press(words.interview.leave);
    await candidate.sees(words.interview.leaveSafe);
    await candidate.page.keyboard.press('Enter');
    await candidate.seesNoMore(words.interview.leaveSafe);
    await candidate.sees(words.interview.leave);
  });

  then('2.1.9 comes to the receipt and can print it', async () => {
    await chief.end();
    await candidate.sees(common.receipt.title);
    await keyboard.goTo(common.actions.print);
  });
});
