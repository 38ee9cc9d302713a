import { createInterface } from 'node:readline';
import { verifyArchive } from '../../bin/verify-archive.mjs';
import { archive } from '../i18n/zh/archive';
import { rehearsal } from '../i18n/zh/rehearsal';
import { secretary as words } from '../i18n/zh/secretary';
import { staff as texts } from '../i18n/zh/staff';
import { support } from '../i18n/zh/support';
import { Candidate, PATIENCE } from './people/candidate';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { faultsOf } from './world/axe';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

const look = { mark: '#1818d0', tone: 220 };
const cannot = [texts.exam.end, texts.exam.pause, texts.exam.extend];

describe('people beside the panel', () => {
  let world: World;
  let secretary: Staff;
  let inspector: Staff;
  beforeAll(async () => {
    world = await startWorld();
  }, 240_000);
  afterAll(async () => {
    await inspector?.close();
    await secretary?.close();
    await world?.close();
  });
  const step = story(() => world);
  const buttons = async (of: Staff): Promise<string> =>
    (await of.page.getByRole('button').allInnerTexts()).join(' ');

  step('the secretary sees the console and acts on nothing', async () => {
    secretary = await Staff.arrive(world, 'secretary', look);
    await secretary.sees(texts.score.others);
    const shown = await buttons(secretary);
    for (const act of cannot) expect(shown).not.toContain(act);
  });

  step('keeps the record by the clock, and it stands after a reload', async () => {
    await secretary.page.getByRole('link', { name: texts.record.keep }).click({ timeout: PATIENCE });
    const [first] = world.logins.candidates;
    await secretary.choose(first?.name ?? '');
    await secretary.page.getByLabel(words.placeholder).fill('自我介绍，两分钟');
    await secretary.press(words.add);
    await secretary.sees('自我介绍，两分钟');
    await secretary.page.reload();
    await secretary.choose(first?.name ?? '');
    await secretary.sees('自我介绍，两分钟');
  });

  step('sees of the sheets only that none was begun', async () => {
    await secretary.sees(words.sheetsNote);
    await secretary.sees(words.none);
  });

  step('the roving inspector looks, with neither camera nor microphone nor a button that acts', async () => {
    inspector = await Staff.arrive(world, 'inspector', look);
    await inspector.sees(texts.score.others);
    const shown = await buttons(inspector);
    for (const act of cannot) expect(shown).not.toContain(act);
    await expect(inspector.page.locator('video').count()).resolves.toBe(0);
  });

  step('support finds its list, and from it the rehearsals', async () => {
    const helper = await Staff.arrive(world, 'support', look);
    await helper.sees(support.none.open);
    await helper.page.getByRole('link', { name: support.rehearsals }).click({ timeout: PATIENCE });
    await helper.sees(world.logins.candidates[0]?.name ?? '');
    await helper.sees(rehearsal.office.outcome.none);
    const download = helper.page.waitForEvent('download', { timeout: PATIENCE });
    await helper.press(rehearsal.office.export);
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await helper.close();
  });

  step('the inspector takes the exam away, and whoever has the file finds it right', async () => {
    const candidate = await Candidate.arrive(world, 0, 'collins');
    await bringTo(world, candidate, 'pledge');
    await candidate.close();
    const { page } = inspector;
    await page.goto('/staff/archives');
    await inspector.sees(archive.notTaken);
    expect(await faultsOf(page)).toEqual([]);
    const download = page.waitForEvent('download', { timeout: PATIENCE });
    await page.getByRole('link', { name: archive.take }).click({ timeout: PATIENCE });
    const lines = createInterface({ input: await (await download).createReadStream() });
    const { fault, sittings, head } = await verifyArchive(lines);
    expect({ fault, sittings }).toEqual({ fault: null, sittings: 1 });
    await inspector.sees(head);
  });
});
