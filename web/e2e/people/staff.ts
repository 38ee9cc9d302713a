import type { Page } from 'playwright-core';
import { staff as texts } from '../../i18n/zh/staff';
import { openDevice, type Device, type DeviceOptions } from '../world/device';
import { eventually } from '../world/media-checks';
import type { World } from '../world/world';
import { PATIENCE } from './candidate';

type Look = Pick<DeviceOptions, 'mark' | 'tone' | 'refusal' | 'viewport'>;

/** One of the people who run the exam, at a console. */
export class Staff {
  private constructor(readonly device: Device) {}

  /** @param who role or login; of a role the first */
  static async arrive(world: World, who: string, look: Look): Promise<Staff> {
    const login = world.logins.staff.find(({ role, login }) => role === who || login === who);
    if (!login) throw new Error(`the demo exam has no ${who}`);
    const device = await openDevice(world, { kind: 'pc', person: 'biden', ...look });
    const staff = new Staff(device);
    await staff.signIn(login.login, login.password);
    return staff;
  }

  get page(): Page {
    return this.device.page;
  }

  async press(name: string | RegExp, within = this.page.locator('body')): Promise<void> {
    await within.getByRole('button', { name }).first().click({ timeout: PATIENCE });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: PATIENCE });
  }

  async seesNoMore(text: string | RegExp): Promise<void> {
    await this.page
      .getByText(text)
      .first()
      .waitFor({ state: 'hidden', timeout: 2 * PATIENCE });
  }

  private async signIn(login: string, password: string): Promise<void> {
    await this.page.goto('/staff');
    await this.page.getByLabel(texts.signIn.login).fill(login);
    await this.page.getByLabel(texts.signIn.password).fill(password);
    await this.press(texts.signIn.submit);
  }

  /** Turns to the waiting area or the exam room of the same console. */
  async look(place: string): Promise<void> {
    await this.page.getByRole('radio', { name: place, exact: true }).check({ timeout: PATIENCE });
  }

  /** Chooses a candidate from the list by name. */
  async choose(name: string): Promise<void> {
    await this.press(new RegExp(name));
  }

  /** Invites a candidate by name, from whichever place this console shows. */
  async invite(name: string): Promise<void> {
    await this.press(texts.act.invite.replace('{{name}}', name));
  }

  async talk(): Promise<void> {
    await this.press(texts.stage.startTalk);
  }

  /** Hands out the nth question. */
  async dispatch(nth: number): Promise<void> {
    await this.press(new RegExp(`^下发第 ${nth} 题`));
  }

  /** Presses again where the console said that the order could not be taken, until the question is out. */
  async insistOnDispatch(nth: number): Promise<void> {
    const send = this.page.getByRole('button', { name: new RegExp(`^下发第 ${nth} 题`) });
    const isOut = async (): Promise<boolean> => {
      if ((await send.count()) === 0) return true;
      await send
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined);
      return false;
    };
    await eventually(isOut, (out) => out, 2 * PATIENCE);
  }

  /** Ends the interview of who is inside, and means it. */
  async end(): Promise<void> {
    await this.press(texts.exam.end);
    await this.press(texts.exam.endConfirm, this.page.getByRole('alertdialog'));
  }

  async pause(reason: string): Promise<void> {
    await this.press(texts.exam.pause);
    await this.giveReason(reason, texts.exam.pause);
  }

  async resume(): Promise<void> {
    await this.press(texts.exam.resume);
  }

  async extend(minutes: 1 | 3 | 5 | 10, reason: string): Promise<void> {
    await this.press(texts.exam.extend);
    const dialog = this.page.getByRole('dialog');
    const choice = texts.clock.minutes_other.replace('{{count}}', String(minutes));
    await dialog.getByRole('radio', { name: choice, exact: true }).check({ timeout: PATIENCE });
    await this.giveReason(reason, texts.clock.extendBy_other.replace('{{count}}', String(minutes)));
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Lets the chosen candidate go on without a device. */
  async waive(
    what: keyof typeof texts.conditions & ('first' | 'second' | 'microphone' | 'bell'),
    reason: string,
  ) {
    const line = this.page.getByRole('listitem').filter({ hasText: texts.conditions[what] });
    await this.press(texts.conditions.waive, line);
    await this.giveReason(reason, texts.conditions.waiveConfirm);
    await line.getByText(/已免除/).waitFor({ timeout: PATIENCE });
  }

  /** Gives a verdict on who the chosen candidate is, and confirms it. */
  async judge(verdict: 'same' | 'different' | 'unsure'): Promise<void> {
    await this.press(texts.identity[verdict]);
    await this.press(texts.identity.confirm, this.page.getByRole('dialog'));
  }

  /** Tells every candidate of the room. */
  async announce(text: string): Promise<void> {
    await this.press(texts.exam.more);
    const dialog = this.page.getByRole('dialog');
    await this.press(texts.exam.announce, dialog);
    await dialog.getByRole('textbox').fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  private async giveReason(reason: string, confirm: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: texts.act.reason }).fill(reason);
    await this.press(confirm, dialog);
  }

  async close(): Promise<void> {
    await this.device.close();
  }
}
