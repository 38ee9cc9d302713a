import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate, PATIENCE } from './people/candidate';
import { useFlow } from './people/office';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { openDevice, type Device } from './world/device';
import { eventually, isMark } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const COLOUR = '#2060a0';

/** Two pages of one colour each: what is drawn is recognised by its pixels. */
async function posters(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const colour of [rgb(0x20 / 255, 0x60 / 255, 0xa0 / 255), rgb(1, 1, 1)])
    document.addPage([595, 842]).drawRectangle({ width: 595, height: 842, color: colour });
  return document.save();
}

describe('2.1.8 a question as PDF', () => {
  const then = story(() => world);
  let folder: string;
  let world: World;
  let candidate: Candidate;
  let scripted: ScriptedPhone | null = null;
  let phone: Device;
  let chief: Staff;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'examhall-questions-'));
    writeFileSync(join(folder, 'posters.pdf'), await posters());
    process.env.FLOWS_DIR = folder;
    world = await startWorld();
    await useFlow(world, (yaml) => yaml.replace('- id: q2\n', '- id: q2\n        pdf: posters.pdf\n'));
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'hopper');
    scripted = await bringTo(world, candidate, 'waiting');
    await candidate.sees(common.queue.next);
    await chief.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
    await candidate.sees(words.interview.leave);
  });
  afterAll(async () => {
    delete process.env.FLOWS_DIR;
    scripted?.close();
    await Promise.all([candidate?.close(), phone?.close(), chief?.close()]);
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const firstPage = (page: Page) => page.getByRole('img', { name: /第 1 页/ });
  /** The middle of what was drawn for the first page. */
  const colourOf = (page: Page) =>
    firstPage(page).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return null;
      const { width, height } = canvas;
      const [r = 0, g = 0, b = 0] =
        canvas.getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data ?? [];
      return { r, g, b };
    });
  const isDrawn = async (page: Page): Promise<void> => {
    await firstPage(page).waitFor({ timeout: PATIENCE });
    await eventually(
      () => colourOf(page),
      (seen) => isMark(seen, COLOUR),
    );
  };
  const viewer = (page: Page) => page.getByRole('region', { name: words.questions.viewer, exact: true });
  const shareOfScreen = async (page: Page): Promise<number> => {
    const { width = 0, height = 0 } = (await viewer(page).boundingBox()) ?? {};
    const screen = await page.evaluate(() => window.innerWidth * window.innerHeight);
    return (width * height) / screen;
  };
  const fills = (page: Page) =>
    eventually(
      () => shareOfScreen(page),
      (share) => share > 0.99,
    );

  then('is drawn in the page, the examiners beside it, and grows when it is zoomed', async () => {
    const { page } = candidate;
    await chief.dispatch(2);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await isDrawn(page);
    expect(await shareOfScreen(page)).toBeLessThan(0.8);
    expect(await page.locator('video').count()).toBeGreaterThan(0);
    const { width: before = 0 } = (await firstPage(page).boundingBox()) ?? {};
    await candidate.press(words.questions.larger);
    await eventually(
      async () => (await firstPage(page).boundingBox())?.width ?? 0,
      (width) => width > 1.2 * before,
    );
    await isDrawn(page);
  });

  then('covers the whole screen of a PC, and comes back into the page', async () => {
    const { page } = candidate;
    await candidate.press(words.questions.fullScreen);
    await fills(page);
    expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await candidate.press(words.questions.page);
    await eventually(
      () => shareOfScreen(page),
      (share) => share < 0.8,
    );
  });

  then('covers the whole screen of a phone by layout, where the browser has no full screen', async () => {
    phone = await openDevice(world, { kind: 'phone', person: 'hopper', mark: '#d01818', tone: 440 });
    await phone.context.addInitScript(() =>
      Object.defineProperty(Element.prototype, 'requestFullscreen', { value: undefined }),
    );
    const { page } = phone;
    await candidate.showTicket(page);
    await candidate.press(words.seat.takeOver, page);
    const question = page.getByRole('button', { name: new RegExp(words.interview.viewQuestion) }).first();
    const further = page.getByRole('button', { name: /^继续/ }).first();
    await question.or(further).first().waitFor({ timeout: PATIENCE });
    if (await further.isVisible()) await further.click();
    await question.click({ timeout: PATIENCE });
    await isDrawn(page);
    await candidate.press(words.questions.fullScreen, page);
    await fills(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBe(0);
    await isDrawn(page);
    await candidate.press(words.questions.page, page);
    await candidate.sees(words.interview.leave, page);
  });
});
