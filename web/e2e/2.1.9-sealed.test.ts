import { common } from '../i18n/zh/common';
import { results } from '../i18n/zh/results';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { faultsOf } from './world/axe';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.9 scores and identity', () => {
  const then = story(() => world);
  let world: World;
  let stranger: Candidate;
  let phone: ScriptedPhone | null = null;
  let officer: Staff;
  let examiner: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    examiner = await Staff.arrive(world, 'examiner', { mark: '#d018d0', tone: 1760 });
    // The photo registered for this seat is another person's.
    stranger = await Candidate.arrive(world, 0, 'hopper');
    phone = await bringTo(world, stranger, 'waiting', { face: 'gone-on' });
    await stranger.sees(common.queue.next);
  });
  afterAll(async () => {
    phone?.close();
    await Promise.all([stranger?.close(), officer?.close(), examiner?.close()]);
    await world?.close();
  });

  const { record, identity, state } = console;
  const aboutIdentity = [state['identity-open'], record.kinds['face-check']['gone-on'], identity.title];
  /** The record of the candidate, as the examiner may read it. */
  const readRecord = async (): Promise<string> => {
    await examiner.look(console.places.waiting);
    await examiner.choose(stranger.login.name);
    await examiner.press(record.open);
    const dialog = examiner.page.getByRole('dialog');
    await dialog.getByText(record.kinds.pledge.agreed.split('（')[0] ?? '').waitFor();
    const text = await dialog.innerText();
    await examiner.page.keyboard.press('Escape');
    return text;
  };

  then('2.1.5 tells the officer that the face was not known', async () => {
    await officer.sees(state['identity-open']);
    await officer.choose(stranger.login.name);
    await officer.sees(identity.reason['no-match']);
    await officer.page.getByRole('img', { name: identity.registered }).waitFor();
  });

  then('2.1.5 tells a scoring examiner nothing of it, neither in the list nor in the record', async () => {
    const told = await readRecord();
    const shown = await examiner.page.locator('body').innerText();
    expect(shown).toContain(stranger.login.name);
    for (const words of aboutIdentity) {
      expect(told).not.toContain(words);
      expect(shown).not.toContain(words);
    }
    expect(await examiner.page.getByRole('img', { name: identity.registered }).count()).toBe(0);
  });

  then('2.1.8 examines the candidate all the same', async () => {
    await examiner.look(console.places.exam);
    await examiner.press(new RegExp(stranger.login.name));
    await stranger.acceptInvitation();
    await examiner.end();
    await stranger.sees(common.receipt.title);
  });

  then('2.1.9 seals the score sheet, which then takes no change', async () => {
    for (const [title, score] of [
      ['专业基础', '20'],
      ['作品与表达', '21'],
      ['思辨与追问', '19'],
      ['外语口语', '10'],
    ] as const) {
      await examiner.page.getByLabel(title).fill(score);
    }
    await examiner.press(console.score.seal);
    await examiner.press(console.score.seal, examiner.page.getByRole('dialog'));
    await examiner.sees(/已提交，不能修改/);
    expect(await examiner.page.getByLabel('专业基础').isEditable()).toBe(false);
    expect(await examiner.page.getByRole('button', { name: console.score.seal }).count()).toBe(0);
  });

  then('corrects a sealed sheet by a new entry with its reason', async () => {
    await examiner.press(console.score.correct);
    const dialog = examiner.page.getByRole('dialog');
    await dialog.getByLabel('作品与表达').fill('22');
    await dialog.getByLabel(console.score.reason).fill('录入时看错了一行');
    await examiner.press(/提交更正（合计 71）/, dialog);
    await examiner.sees(console.score.corrected);
  });

  then('2.1.5 tells the examiner of the face check once the sheet is sealed', async () => {
    expect(await readRecord()).toContain(record.kinds['face-check']['gone-on']);
  });

  then(
    "shows the secretary who is still missing, nobody's points, and why nothing can be signed",
    async () => {
      const secretary = await Staff.arrive(world, 'secretary', { mark: '#d018d0', tone: 1760 });
      await secretary.page.getByRole('link', { name: console.score.results }).click();
      await secretary.sees(/已交 1 \/ \d/);
      await secretary.sees(results.identity);
      const page = await secretary.page.locator('body').innerText();
      expect(page).not.toContain('71.00');
      await expect(faultsOf(secretary.page)).resolves.toEqual([]);
      await secretary.close();
    },
  );
});
