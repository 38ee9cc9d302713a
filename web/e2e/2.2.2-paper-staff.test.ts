import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { candidate as texts } from '../i18n/zh/candidate';
import { paper as words } from '../i18n/zh/paper';
import { paperAdmin } from '../i18n/zh/paper-admin';
import { paperStaff } from '../i18n/zh/paper-staff';
import { staff as staffWords } from '../i18n/zh/staff';
import { Candidate, PATIENCE } from './people/candidate';
import { useFlow } from './people/office';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { faultsOf } from './world/axe';
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
const paperFile = readFileSync(join(__dirname, '../../api/papers/test/paper.yaml'), 'utf8');
const look = { mark: '#1818d0', tone: 660 };

/** The words up to their first placeholder. */
const begin = (text: string) => text.split('{{')[0] ?? text;
const filled = (text: string, count: number) => text.replace('{{count}}', String(count));
const fileOf = (name: string, content: string | Buffer, mimeType: string) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

describe('2.2.2 the written exam of those who run it', () => {
  const then = story(() => world);
  let world: World;
  let office: Staff;
  let invigilator: Staff;
  let reader: Staff;
  let candidate: Candidate;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, () => flow);
    office = await Staff.arrive(world, 'admin', look);
    const me = office.page.getByRole('button', { name: new RegExp(staffWords.roles.admin) });
    await me.waitFor({ timeout: PATIENCE });
    candidate = await Candidate.arrive(world, 0, 'collins');
  });
  afterAll(async () => {
    await office?.close();
    await invigilator?.close();
    await reader?.close();
    await candidate?.close();
    await world?.close();
  });

  const upload = (content: string) =>
    office.page
      .getByLabel(paperAdmin.upload.choose, { exact: true })
      .setInputFiles(fileOf('paper.yaml', content, 'application/yaml'));
  const line = () => invigilator.page.getByRole('row').filter({ hasText: candidate.login.ticket });
  const dialog = (who: Staff) => who.page.getByRole('dialog');

  then('a faulty paper is not kept, and every fault is shown in its place', async () => {
    await office.page.goto('/admin/papers');
    await office.sees(paperAdmin.steps.empty);
    await upload(paperFile.replace('key: B', 'key: D'));
    await office.sees(filled(paperAdmin.faults.title_other, 2));
    const fault = office.page.getByRole('listitem').filter({ hasText: 'key: D' });
    await fault.getByText(/^第 10 行/).waitFor({ timeout: PATIENCE });
    expect(await faultsOf(office.page)).toEqual([]);
  });

  then('the right one is kept and attached', async () => {
    const { page } = office;
    const poster = await sharp({ create: { width: 240, height: 120, channels: 3, background: '#345' } })
      .png()
      .toBuffer();
    await page
      .getByLabel(paperAdmin.images.choose, { exact: true })
      .setInputFiles(fileOf('poster.png', poster, 'image/png'));
    await office.sees('![](poster.png)');
    await upload(paperFile);
    await office.press(paperAdmin.upload.keep);
    await office.sees(paperAdmin.upload.kept);
    await page.getByRole('checkbox', { name: /专业综合笔试/ }).check({ timeout: PATIENCE });
    await office.press(paperAdmin.steps.save);
    await office.sees(paperAdmin.usedIn.replace('{{step}}', '笔试'));
    expect(await faultsOf(page)).toEqual([]);
  });

  then('the invigilator hands it out to who waits', async () => {
    await bringTo(world, candidate, 'paper');
    await candidate.sees(words.waiting.title);
    invigilator = await Staff.arrive(world, 'invigilator', look);
    await line().getByText(paperStaff.state.waiting).waitFor({ timeout: PATIENCE });
    await invigilator.press(paperStaff.dispatch.button);
    await invigilator.press(filled(paperStaff.dispatch.confirm_other, 1), dialog(invigilator));
    await candidate.sees('What is the derivative of');
  });

  then('and sees who writes, and since when it is safe', async () => {
    await candidate.page.getByRole('radio', { name: /B/ }).check({ timeout: PATIENCE });
    await line().getByText(paperStaff.state.writing).waitFor({ timeout: PATIENCE });
    await line().getByText('1 / 4').waitFor({ timeout: PATIENCE });
    await line()
      .getByText(/^\d\d:\d\d:\d\d$/)
      .waitFor({ timeout: PATIENCE });
    expect(await faultsOf(invigilator.page)).toEqual([]);
  });

  then('gives more time, and says a word to one', async () => {
    await invigilator.press(new RegExp(candidate.login.ticket));
    await invigilator.extend(5, '开考晚了');
    await candidate.sees(begin(words.extended));
    await invigilator.press(staffWords.stage.message);
    await dialog(invigilator).getByRole('textbox').fill('请把手机放回原处');
    await invigilator.page.keyboard.press('Enter');
    await candidate.sees('请把手机放回原处');
    await invigilator.page.keyboard.press('Escape');
    expect(await faultsOf(invigilator.page)).toEqual([]);
  });

  then('collects what was saved last', async () => {
    const desk = invigilator.page.getByRole('region', { name: paperStaff.desk });
    await invigilator.press(paperStaff.collect.all, desk);
    await invigilator.press(filled(paperStaff.collect.confirm_other, 1), dialog(invigilator));
    await candidate.sees(texts.over.title);
    await line()
      .getByText(/被收卷$/)
      .waitFor({ timeout: PATIENCE });
  });

  then('a reader sees the answers as they were written, and the marks beside them', async () => {
    reader = await Staff.arrive(world, 'chief-examiner', look);
    await reader.page.getByRole('link', { name: paperStaff.read }).click({ timeout: PATIENCE });
    await reader.press(new RegExp(candidate.login.ticket));
    const first = reader.page.getByRole('region', { name: words.nth.replace('{{number}}', '1') });
    await first.getByText(paperStaff.reading.chosen).waitFor({ timeout: PATIENCE });
    const marks = reader.page.getByRole('complementary', { name: paperStaff.reading.beside });
    await marks.getByText('5 / 5').waitFor({ timeout: PATIENCE });
    expect(await faultsOf(reader.page)).toEqual([]);
  });
});
