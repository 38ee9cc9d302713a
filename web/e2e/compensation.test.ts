import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { time } from '../i18n/zh/time';
import { Candidate, PATIENCE } from './people/candidate';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { clockOf, deadlineShown } from './world/clocks';
import { eventually } from './world/media-checks';
import { bookedOutages, measuredOutages } from './world/outages';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(420_000);

/** As it happened to somebody: two minutes and seventeen seconds. */
const CUT_MS = 137_000;
const KILLED_MS = 20_000;
const NEAR_MS = 2_000;

describe('compensation', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let phone: ScriptedPhone | null = null;
  let chief: Staff;
  let chiefName: string;

  beforeAll(async () => {
    world = await startWorld();
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 0, 'hopper');
    phone = await bringTo(world, candidate, 'waiting');
    await candidate.sees(common.queue.next);
    await chief.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
    await candidate.sees(words.interview.leave);
  });
  afterAll(async () => {
    phone?.close();
    await Promise.all([candidate?.close(), chief?.close()]);
    await world?.close();
  });

  const deadline = async (): Promise<number> => (await clockOf(candidate.page)).deadlineAt ?? NaN;
  const passes = (since: number, ms: number) =>
    eventually(
      () => Promise.resolve(Date.now() - since),
      (passed) => passed >= ms,
      ms + PATIENCE,
    );
  /** `2 分钟 17 秒`, give or take a rounding. */
  const said = (ms: number): string => {
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} 分钟 ${seconds % 60} 秒`;
  };
  /** When the browser itself lost its network and got it back: on a busy machine a test learns it late. */
  const watchCut = async (): Promise<() => Promise<{ offline: number; online: number }>> => {
    await candidate.page.evaluate(() => {
      const note = ({ type }: Event): void => {
        document.documentElement.setAttribute(`data-${type}-at`, String(Date.now()));
      };
      window.addEventListener('offline', note);
      window.addEventListener('online', note);
    });
    const at = async (type: string): Promise<number> =>
      Number(await candidate.page.locator('html').getAttribute(`data-${type}-at`));
    return async () => ({ offline: await at('offline'), online: await at('online') });
  };
  const agree = async (): Promise<void> => {
    const at = await deadline();
    await eventually(
      () => Promise.all([candidate.page, chief.page].map(deadlineShown)),
      (shown) => shown.every((each) => Math.abs(each - at) <= 1_200),
    );
  };
  /** The candidate's own record, opened, read and closed. */
  const ownRecord = async (sees: readonly (string | RegExp)[]): Promise<void> => {
    const { page } = candidate;
    await page.getByRole('button', { name: time.open }).last().click({ timeout: PATIENCE });
    const dialog = page.getByRole('dialog');
    for (const each of sees) await dialog.getByText(each).first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
  };
  const staffRecord = async (sees: readonly (string | RegExp)[]): Promise<void> => {
    const { page } = chief;
    await page
      .getByRole('button', { name: console.clock.open })
      .filter({ visible: true })
      .first()
      .click({ timeout: PATIENCE });
    const dialog = page.getByRole('dialog');
    for (const each of sees) await dialog.getByText(each).first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
  };

  let before: number;
  let measured: number;
  let backAt: number;

  then('measures 137 s without network to two seconds, and proposes them to staff', async () => {
    before = await deadline();
    const cut = await watchCut();
    await candidate.pc.context.setOffline(true);
    const cutAt = Date.now();
    await candidate.sees(words.offline.strip);
    await chief.sees(/断线，已/);
    await passes(cutAt, CUT_MS);
    await candidate.pc.context.setOffline(false);
    const [outage] = await eventually(
      () => measuredOutages(world, 1),
      ([first]) => first !== undefined && first.to !== null,
    );
    backAt = outage?.to ?? 0;
    measured = backAt - (outage?.from ?? 0);
    const { offline, online } = await cut();
    expect(online - offline).toBeGreaterThanOrEqual(CUT_MS);
    expect(Math.abs((outage?.from ?? 0) - offline)).toBeLessThanOrEqual(NEAR_MS);
    expect(Math.abs((outage?.to ?? 0) - online)).toBeLessThanOrEqual(NEAR_MS);
    expect(Math.abs(measured - (online - offline))).toBeLessThanOrEqual(NEAR_MS);
    await candidate.sees(time.said.waiting.replace('{{time}}', said(measured)));
    await chief.sees(console.clock.wasGone.replace('{{time}}', said(measured)));
    expect(await deadline()).toBe(before);
    await ownRecord([time.what['candidate-outage'], time.gave.waiting.replace('{{time}}', said(measured))]);
  });

  then('gives them back when staff say so, and both pages tell how long, why and who', async () => {
    await chief.press(new RegExp(`^补还 ${said(measured)}`));
    await candidate.sees(time.said.given.replace('{{time}}', said(measured)));
    await eventually(deadline, (at) => at === before + measured);
    await agree();
    const { name = '' } = world.logins.staff.find(({ role }) => role === 'chief-examiner') ?? {};
    chiefName = name;
    await ownRecord([
      time.what['candidate-outage'],
      time.gave.back.replace('{{time}}', said(measured)),
      new RegExp(`${chiefName}.*${time.roles['chief-examiner']}`),
    ]);
    await staffRecord([
      console.clock.ledger['candidate-outage'],
      `+${said(measured)}`,
      new RegExp(`${chiefName}.*决定`),
    ]);
  });

  then('gives back by itself what we were away, and proposes nothing of it', async () => {
    const from = await deadline();
    const asked = (await measuredOutages(world, 1)).length;
    await world.api.kill();
    const killedAt = Date.now();
    await candidate.sees(words.offline.strip);
    await passes(killedAt, KILLED_MS);
    await world.api.start();
    const startedAt = Date.now();
    const [outage] = await eventually(
      () => bookedOutages(world),
      (all) => all.length > 0,
      2 * PATIENCE,
    );
    const ours = (outage?.to ?? 0) - (outage?.from ?? 0);
    // From the last sign of life, up to a beat before the kill, to the first one after the start.
    expect(outage?.from).toBeLessThanOrEqual(killedAt);
    expect(ours).toBeGreaterThanOrEqual(KILLED_MS);
    expect(outage?.to).toBeLessThanOrEqual(startedAt + 5_000);
    // A second that both outages cover is given back once.
    const twice = Math.max(0, backAt - (outage?.from ?? 0));
    await eventually(deadline, (at) => at === from + ours - twice);
    await candidate.sees(/系统中断了 .* 秒，您的时间没有减少/);
    await agree();
    await ownRecord([time.what['our-outage'], time.by.system]);
    await staffRecord([console.clock.ledger['our-outage']]);
    // Devices get half a minute to come back after an outage of ours; nothing is held against them afterwards either.
    await passes(startedAt, 45_000);
    expect(await measuredOutages(world, 1)).toHaveLength(asked);
    expect(await chief.page.getByText(/考生断线 .*已恢复/).count()).toBe(0);
    expect(await bookedOutages(world)).toHaveLength(1);
  });
});
