import type { Page } from 'playwright-core';
import { candidate as words } from '../i18n/zh/candidate';
import { common } from '../i18n/zh/common';
import { help } from '../i18n/zh/help';
import { support } from '../i18n/zh/support';
import { Candidate, PATIENCE } from './people/candidate';
import { Staff } from './people/staff';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

const look = { mark: '#1818d0', tone: 220 };

describe('help: from any page of a candidate to support and back', () => {
  let world: World;
  let candidate: Candidate;
  let helper: Staff;
  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 0, 'collins');
    helper = await Staff.arrive(world, 'support', look);
  }, 240_000);
  afterAll(async () => {
    await helper?.close();
    await candidate?.close();
    await world?.close();
  });
  const step = story(() => world);
  const dialog = () => candidate.page.getByRole('dialog');
  const openHelp = () => candidate.press(common.actions.help);
  const write = async (to: Page, placeholder: string, text: string) => {
    await to.getByPlaceholder(placeholder).fill(text, { timeout: PATIENCE });
    await to.keyboard.press('Enter');
  };

  step('before signing in it names the telephone and the device', async () => {
    await candidate.page.goto('/');
    await openHelp();
    await candidate.sees(help.call.ticket);
    await candidate.sees(help.device.browser);
    await candidate.page.keyboard.press('Escape');
  });

  step('support begins at an empty list', async () => {
    await helper.sees(support.none.open);
  });

  step('a call appears in the list with who, where and how long', async () => {
    await candidate.signIn();
    await openHelp();
    await candidate.sees('010-5555 0100', candidate.page);
    await candidate.press(help.support.call);
    await candidate.sees(help.support.waiting);
    await helper.sees(candidate.login.name);
    await helper.sees(candidate.login.ticket);
    await helper.sees(support.untaken);
  });

  step('support answers: the candidate sees who helps him', async () => {
    await helper.choose(candidate.login.name);
    await helper.sees(support.sections.report);
    await helper.press(new RegExp(`^${support.take}$`));
    await candidate.sees(help.support.answered.replace('{{name}}', '技术支持'));
  });

  step('words go both ways', async () => {
    await write(candidate.page, help.support.placeholder, '我听不到声音');
    await helper.sees('我听不到声音');
    await write(helper.page, support.placeholder, '请点一下页面上的铃声');
    await candidate.sees('请点一下页面上的铃声');
  });

  step('what comes while the desk is shut is shown on the page', async () => {
    await candidate.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden', timeout: PATIENCE });
    await write(helper.page, support.placeholder, '现在好了吗');
    await candidate.sees('现在好了吗');
    await candidate.press(help.support.view);
    await dialog().getByText('现在好了吗').waitFor({ timeout: PATIENCE });
    await candidate.page.keyboard.press('Escape');
  });

  step('the exam goes on meanwhile, and the call follows to its steps', async () => {
    await candidate.enter();
    await candidate.sees(words.notice.read);
    await helper.sees(/考试须知|须知/);
    await openHelp();
    await candidate.sees('现在好了吗');
    await candidate.page.keyboard.press('Escape');
  });

  step('it survives a reload', async () => {
    await candidate.page.reload();
    await openHelp();
    await candidate.sees('现在好了吗');
  });

  step('support closes it with a note; the candidate can call again', async () => {
    await helper.press(support.close);
    const note = helper.page.getByRole('dialog');
    await note.getByLabel(support.note).fill('铃声被浏览器静音');
    await helper.press(support.close, note);
    await candidate.sees(help.support.closed);
    await candidate.sees(help.support.callAgain);
    await helper.page.getByRole('radio', { name: support.shown.closed }).check({ timeout: PATIENCE });
    await helper.sees('铃声被浏览器静音');
  });
});
