import { candidate as texts } from '../i18n/zh/candidate';
import { paper as words } from '../i18n/zh/paper';
import { Candidate, PATIENCE } from './people/candidate';
import { hallStaffOf, placePaper, type HallStaff } from './people/hall';
import { useFlow } from './people/office';
import { bringTo } from './people/shortcut';
import { faultsOf } from './world/axe';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const flow = `
name: { zh: 笔试, en: Written exam }
steps:
  - id: paper
    kind: paper
    title: { zh: 笔试, en: Written exam }
    mode: online
    minutes: 30
    dispatch: { by: order }
`;
const nth = (number: number) => words.nth.replace('{{number}}', String(number));
/** "已保存" without its time. */
const saved = new RegExp(words.save.saved.split(' ')[0] ?? '');

describe('2.2.1 b the written exam on screen', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let hall: HallStaff;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, () => flow);
    await placePaper(world);
    hall = await hallStaffOf(world);
    candidate = await Candidate.arrive(world, 0, 'collins');
    await candidate.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  const essay = () => candidate.page.getByRole('textbox', { name: words.essayLabel });
  const go = (number: number) =>
    candidate.page
      .getByRole('navigation', { name: words.questions })
      .getByRole('button', { name: new RegExp(`^${nth(number)}`) })
      .click({ timeout: PATIENCE });

  then('waits for the paper, and opens it by itself when it is handed out', async () => {
    await bringTo(world, candidate, 'paper');
    await candidate.sees(words.waiting.title);
    await hall.order({ kind: 'dispatch', paper: 'paper' });
    await candidate.sees('What is the derivative of');
    expect(await candidate.page.locator('.katex').count()).toBeGreaterThan(0);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });

  then('takes choices, blanks and an essay, and says when they are safe', async () => {
    const { page } = candidate;
    await page.getByRole('radio', { name: /B/ }).check({ timeout: PATIENCE });
    await go(2);
    await page.getByRole('checkbox', { name: /A/ }).check({ timeout: PATIENCE });
    await go(3);
    await page.getByRole('textbox', { name: words.blank.replace('{{number}}', '1') }).fill('3.14');
    await go(4);
    await essay().click({ timeout: PATIENCE });
    await page.keyboard.type('留白');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('不是剩下的');
    await candidate.sees(saved);
    await candidate.sees(words.wordsOf.split(' ')[0]?.replace('{{count}}', '7') ?? '');
    expect(await faultsOf(page)).toEqual([]);
  });

  then('finds every stroke again after a reload', async () => {
    await candidate.page.reload();
    await candidate.sees('What is the derivative of');
    expect(await candidate.page.getByRole('radio', { name: /B/ }).isChecked()).toBe(true);
    await go(4);
    await eventually(
      () => essay().innerText(),
      (text) => text === '留白不是剩下的',
    );
    expect(await essay().locator('strong').innerText()).toBe('不是剩下的');
  });

  then('keeps what is written while the network is gone, and saves it afterwards', async () => {
    const { page, pc } = candidate;
    await pc.context.setOffline(true);
    await essay().press('Control+End');
    await page.keyboard.type('部分');
    await candidate.sees(words.save.here);
    await pc.context.setOffline(false);
    await candidate.sees(saved);
    const { saved: there } = await hall.answersOf(candidate.login.ticket);
    expect(JSON.stringify(there?.answers)).toContain('部分');
  });

  then('says what is still empty, and hands in what stands there', async () => {
    await candidate.press(words.handIn.button);
    await candidate.sees(words.handIn.partly.replace('{{count}}', '1'));
    await candidate.press(words.handIn.now);
    await candidate.sees(texts.over.title);
    const read = await eventually(
      () => hall.answersOf(candidate.login.ticket),
      ({ sealed }) => sealed,
    );
    expect(read.saved?.answers).toMatchObject({
      q1: { value: { kind: 'single', choice: 'B' } },
      q2: { value: { kind: 'multiple', choices: ['A'] } },
      q3: { value: { kind: 'fill', blanks: ['3.14', ''] } },
    });
    expect(read.marks.find(({ question }) => question === 'q1')).toMatchObject({ points: 5 });
  });
});
