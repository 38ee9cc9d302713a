import { proctored as words } from '../i18n/zh/proctored';
import { Candidate, PATIENCE } from './people/candidate';
import { useFlow } from './people/office';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { faultsOf } from './world/axe';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const flow = `
name: { zh: 监考, en: Watched }
steps:
  - id: exam
    kind: proctored
    title: { zh: 考试, en: Exam }
    text: { zh: 请在纸上作答。, en: Answer on paper. }
    exam: { at: text }
    minutes: 30
    screen: none
    fullScreen: false
    stillSeconds: 10
`;

describe('2.3 an exam that runs elsewhere', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let invigilator: Staff;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, () => flow);
    candidate = await Candidate.arrive(world, 0, 'collins');
    invigilator = await Staff.arrive(world, 'invigilator', {
      mark: '#1818d0',
      tone: 220,
    });
  });
  afterAll(async () => {
    await invigilator?.device.close();
    await candidate?.close();
    await world?.close();
  });

  then('says what is recorded, and begins by one press', async () => {
    await bringTo(world, candidate, 'proctored');
    await candidate.sees(words.recorded.title);
    expect(await faultsOf(candidate.page)).toEqual([]);
    await candidate.press(words.begin);
    await candidate.sees('请在纸上作答');
    await candidate.sees(words.log.title);
  });

  then('shows his newest still and a fact to the invigilator, and the same fact to himself', async () => {
    await candidate.page.evaluate(() => document.dispatchEvent(new ClipboardEvent('copy')));
    await candidate.sees(words.facts.copied);
    const { page } = invigilator;
    const tile = page.locator('[id^=wall-]').filter({ has: page.locator('img') });
    await tile.first().click({ timeout: 2 * PATIENCE });
    await invigilator.sees(words.facts.copied);
    expect(await faultsOf(invigilator.page)).toEqual([]);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });

  then('ends by his own press, and takes his one comment', async () => {
    await candidate.press(words.end);
    await candidate.press(words.endDialog.end, candidate.page);
    await candidate.page.getByLabel(words.comment.label).fill('我复制了草稿', { timeout: PATIENCE });
    await candidate.press(words.comment.send);
    await candidate.sees('我复制了草稿');
    await invigilator.sees('我复制了草稿');
  });
});
