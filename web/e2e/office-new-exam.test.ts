import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { candidate as candidateTexts } from '../i18n/zh/candidate';
import { examOffice as texts } from '../i18n/zh/exam-office';
import { admin as flowTexts } from '../i18n/zh/admin';
import { staff as staffTexts } from '../i18n/zh/staff';
import { zipOf } from '../../activities/photos/test/zip-of';
import { PATIENCE } from './people/candidate';
import { faultsOf } from './world/axe';
import { openDevice, type Device } from './world/device';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

const pictures = process.env.OFFICE_PICTURES;
const flow = readFileSync(join(__dirname, '../../flows/interview.yaml'), 'utf8');
const photo = readFileSync(join(__dirname, '../../flows/demo/photos/1.jpg'));
const names = [
  '王雨桐',
  '李浩然',
  '陈思远',
  '张可欣',
  '赵子墨',
  '刘一诺',
  '周敏',
  '吴昊',
  '郑洁',
  '冯源',
  '褚宁',
  '卫东',
];
const line = (name: string, at: number) =>
  `2027010${String(at + 1).padStart(2, '0')},${name},第 1 考场,1380013${8000 + at}`;
const titles = '准考证号,姓名,考场,手机号';
const good = [titles, ...names.map(line)].join('\r\n');
const faulty = [titles, ...names.map(line), '202701001,重复,第 1 考场,', '2027-13,,第 9 考场,电话'].join(
  '\r\n',
);
const file = (name: string, buffer: Buffer, mimeType = 'text/csv') => ({ name, buffer, mimeType });

describe('an exam office on an empty installation', () => {
  let world: World;
  let desk: Device;
  let page: Page;
  let first: { login: string; password: string };
  let passcode = '';
  beforeAll(async () => {
    world = await startWorld({ empty: true });
    first = JSON.parse(await world.run('api/cli/admin.ts', ['--login', 'first', '--name', '王管理']));
    desk = await openDevice(world, { kind: 'pc', person: 'biden', mark: '#1818d0', tone: 220 });
    page = desk.page;
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });
  const step = story(() => world);
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click({ timeout: PATIENCE });
  const sees = (text: string | RegExp) =>
    page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: PATIENCE });
  const fill = (label: string | RegExp, value: string) =>
    page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .fill(value, { timeout: PATIENCE });
  const picture = async (name: string): Promise<void> => {
    if (!pictures) return;
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const isAccessible = async (): Promise<void> => expect(await faultsOf(page)).toEqual([]);

  step('the first administrator signs in and publishes a flow', async () => {
    await page.goto('/admin');
    await fill(staffTexts.signIn.login, first.login);
    await fill(staffTexts.signIn.password, first.password);
    await press(staffTexts.signIn.submit);
    await fill(flowTexts.key, 'interview');
    await page.getByRole('textbox', { name: flowTexts.editor }).fill(flow, { timeout: PATIENCE });
    await press(flowTexts.publish);
    await sees(/已发布：/);
  });

  step('makes an account of staff, whose passcode is shown once', async () => {
    await page.goto('/admin/staff');
    await fill(texts.staff.name, '沈教授');
    await fill(texts.staff.login, 'chief');
    await page.getByLabel(texts.staff.role).selectOption('chief-examiner', { timeout: PATIENCE });
    await press(texts.staff.create);
    await sees(texts.staff.passcodeNote);
    await isAccessible();
    await picture('passcode');
    await press(texts.staff.passcodeDone);
    await sees('沈教授');
    await isAccessible();
    await picture('staff');
  });

  step('fills in an exam, and hears what is wrong with the form', async () => {
    await page.goto('/admin/exams/new');
    await press(texts.form.create);
    await sees(/处要改/);
    await isAccessible();
    await picture('form-faults');
    await fill(texts.form.code, 'ART2027');
    await fill(texts.form.phone, '010-5555 0100');
    for (const language of ['zh', 'en'] as const) {
      await fill(`${texts.form.title} · ${texts.form[language]}`, '2027 年美术专业面试');
      await fill(`${texts.form.institution} · ${texts.form[language]}`, '示范学院');
      await fill(`${texts.form.notices} · ${texts.form[language]}`, '请提前 20 分钟进入。');
    }
    await fill(texts.form.opensAt, '2027-01-08T09:00');
    await fill(texts.form.entryClosesAt, '2027-01-08T10:00');
    await fill(texts.form.closesAt, '2027-01-08T12:00');
    await page.getByLabel(texts.form.flow).selectOption({ index: 1 }, { timeout: PATIENCE });
    await press(texts.form.create);
    await sees(texts.obstacle['no-room']);
    await isAccessible();
    await picture('exam');
  });

  step('adds a room with its examiner', async () => {
    await press(texts.sections.rooms);
    await press(texts.rooms.add);
    await page.getByRole('checkbox', { name: /沈教授/ }).check({ timeout: PATIENCE });
    await press(texts.rooms.save);
    await sees(texts.rooms.saved);
    await isAccessible();
    await picture('rooms');
  });

  step('sees every fault of a roster by row, and imports the good one', async () => {
    await press(texts.sections.roster);
    const input = page.getByLabel(texts.roster.choose);
    await input.setInputFiles(file('名单.csv', Buffer.from(faulty)));
    await sees('第 15 行');
    expect(await page.getByRole('button', { name: texts.roster.import, exact: true }).count()).toBe(0);
    await isAccessible();
    await picture('roster-faults');
    await input.setInputFiles(file('名单.csv', Buffer.from(good)));
    await sees(/新增 12 人/);
    await picture('roster');
    await press(texts.roster.import);
    await sees(/已导入：新增 12 人/);
  });

  step('sends photos, of which each is looked at', async () => {
    const wall = { width: 600, height: 800, channels: 3, background: '#9a9a9a' } as const;
    const sheet = await sharp({ create: wall }).png().toBuffer();
    const zip = zipOf([
      ['202701001.jpg', photo],
      ['202701002.png', sheet],
    ]);
    await page.getByLabel(texts.photos.choose).setInputFiles(file('photos.zip', zip, 'application/zip'));
    await sees(/检查完毕：1 张可用/);
    await sees('202701002.png');
    await isAccessible();
    await picture('photos');
  });

  step('prints login slips and the list', async () => {
    await press(texts.sections.day);
    await press(/为没有登录条的 12 人打印/);
    await sees(texts.slips.note);
    const slips = page.locator('[data-passcode]');
    await slips.nth(11).waitFor({ timeout: PATIENCE });
    passcode = (await slips.first().getAttribute('data-passcode')) ?? '';
    await isAccessible();
    await picture('slips');
    await press(texts.slips.back);
    await press(texts.day.revealFor.replace('{{name}}', names[0] ?? ''));
    await sees('13800138000');
    await isAccessible();
    await picture('day');
  });

  step('opens it when nothing is missing', async () => {
    await press(texts.check.open);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: texts.check.open, exact: true })
      .click({ timeout: PATIENCE });
    await sees(texts.check.openNow);
    await press(texts.sections.history);
    await sees(texts.history.action['exam.open']);
    await isAccessible();
    await picture('history');
  });

  step('and a candidate finds his exam with what was printed', async () => {
    const device = await openDevice(world, { kind: 'pc', person: 'biden', mark: '#d01818', tone: 440 });
    await device.page.goto('/');
    await device.page.getByLabel(candidateTexts.signIn.exam).fill('ART2027');
    await device.page.getByLabel(candidateTexts.signIn.ticket).fill('202701001');
    await device.page.getByLabel(candidateTexts.signIn.passcode).fill(passcode);
    await device.page
      .getByRole('button', { name: candidateTexts.signIn.submit })
      .click({ timeout: PATIENCE });
    await device.page.getByText('2027 年美术专业面试').first().waitFor({ timeout: PATIENCE });
    await device.page
      .getByText(names[0] ?? '')
      .first()
      .waitFor({ timeout: PATIENCE });
    await device.close();
  });
});
