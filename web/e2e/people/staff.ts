import type { Page } from 'playwright-core';
import { staff as texts } from '../../i18n/zh/staff';
import { openDevice, type Device } from '../world/device';
import type { World } from '../world/world';
import { PATIENCE } from './candidate';

/** One of the people who run the exam, at a console. */
export class Staff {
  private constructor(readonly device: Device) {}

  static async arrive(world: World, role: string, look: { mark: string; tone: number }): Promise<Staff> {
    const login = world.logins.staff.find((known) => known.role === role);
    if (!login) throw new Error(`the demo exam has no ${role}`);
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

  async close(): Promise<void> {
    await this.device.close();
  }
}
