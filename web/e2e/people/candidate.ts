import type { Page } from 'playwright-core';
import { candidate as texts } from '../../i18n/zh/candidate';
import { common } from '../../i18n/zh/common';
import { openDevice, type Device, type DeviceOptions } from '../world/device';
import type { World } from '../world/world';

/** Long enough for a machine that many share; who waits for nothing pays only when a test fails. */
export const PATIENCE = 60_000;

const poses = Object.entries(common.face.ask) as [keyof typeof common.face.ask, string][];

/** A candidate at his PC, and later his phone: does what the pages ask, by the words on them. */
export class Candidate {
  private constructor(
    private readonly world: World,
    readonly login: World['logins']['candidates'][number],
    readonly person: string,
    readonly pc: Device,
    public phone: Device | null = null,
  ) {}

  /** `index` in the seeded roster; `person` whose photos its cameras show. */
  static async arrive(
    world: World,
    index: number,
    person: string,
    kind: 'pc' | 'phone' = 'pc',
    further: Pick<DeviceOptions, 'clockAheadMs' | 'zoom'> = {},
  ): Promise<Candidate> {
    const login = world.logins.candidates[index];
    if (!login) throw new Error(`the demo exam has no candidate ${index}`);
    const pc = await openDevice(world, { kind, person, mark: '#d01818', tone: 440, ...further });
    return new Candidate(world, login, person, pc);
  }

  get page(): Page {
    return this.pc.page;
  }

  /** Presses a button of the page by its words. */
  async press(name: string | RegExp, page = this.page): Promise<void> {
    await page.getByRole('button', { name }).first().click({ timeout: PATIENCE });
  }

  async sees(text: string | RegExp, page = this.page): Promise<void> {
    await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: PATIENCE });
  }

  async signIn(): Promise<void> {
    await this.showTicket();
    await this.sees(texts.home.enter);
  }

  /** Signs in with what stands on the admission ticket, as first device or as second camera. */
  async showTicket(page = this.page, position: 1 | 2 = 1): Promise<void> {
    await page.goto('/');
    await page.getByLabel(texts.signIn.exam).fill(this.world.logins.exam.code);
    await page.getByLabel(texts.signIn.ticket).fill(this.login.ticket);
    await page.getByLabel(texts.signIn.passcode).fill(this.login.passcode);
    if (position === 2) await page.getByRole('radio', { name: texts.signIn.second }).check();
    await this.press(texts.signIn.submit, page);
  }

  async enter(): Promise<void> {
    await this.press(texts.home.enter);
  }

  async readNotice(): Promise<void> {
    await this.press(texts.notice.read);
  }

  async signPledge(): Promise<void> {
    await this.page.getByText(texts.pledge.end).scrollIntoViewIfNeeded({ timeout: PATIENCE });
    await this.press(texts.pledge.agree);
  }

  async checkDevices(): Promise<void> {
    await this.press(texts.devices.begin);
    await this.press(texts.devices.ring);
    await this.press(texts.devices.heardIt);
    await this.press(texts.devices.finish);
  }

  /** Begins, and turns and opens the mouth as the page asks, until the models have answered. */
  async doFaceCheck(button: string = texts.face.begin): Promise<void> {
    await this.press(button);
    await this.follow();
  }

  /** Poses what the oval asks for, until it asks nothing more and nothing is being compared. */
  async follow(): Promise<void> {
    const { page } = this;
    const until = Date.now() + 2 * PATIENCE;
    let begun = false;
    while (Date.now() < until) {
      const { asked, comparing } = await page.evaluate(
        ({ asks, busy }) => {
          const words = document.body.innerText;
          const pose = asks.find(([, ask]) => words.includes(ask))?.[0] ?? null;
          if (pose) window.fakeCamera.pose(pose);
          return { asked: pose, comparing: words.includes(busy) };
        },
        { asks: poses, busy: common.face.comparing },
      );
      if (begun && !asked && !comparing) break;
      begun ||= asked !== null;
      await page.waitForTimeout(100);
    }
    await page.evaluate(() => window.fakeCamera.pose('front'));
  }

  /** Scans the code on the first device with a second one. */
  async pairPhone(): Promise<void> {
    const address = await this.pairingAddress();
    const phone = await this.takePhone();
    await phone.page.goto(address);
    await this.connectPhone(phone);
  }

  /** A second device in his hand, with nothing opened yet. */
  takePhone(): Promise<Device> {
    return openDevice(this.world, { kind: 'phone', person: this.person, mark: '#18d018', tone: 880 });
  }

  /** From the page that a link or six figures opened: the picture first, then joining. */
  async connectPhone(phone: Device): Promise<void> {
    await this.press(texts.pair.openCamera, phone.page);
    await this.press(texts.pair.connect, phone.page);
    await this.sees(texts.secondPage.muted, phone.page);
    this.phone = phone;
  }

  /** The six figures below the code. */
  async pairingFigures(): Promise<string> {
    const figures = this.page.getByText(/^\d{3} \d{3}$/).first();
    await figures.waitFor({ timeout: PATIENCE });
    return figures.innerText();
  }

  /** Until words are gone from the page. */
  async seesNoMore(text: string | RegExp, page = this.page): Promise<void> {
    await page
      .getByText(text)
      .first()
      .waitFor({ state: 'hidden', timeout: 2 * PATIENCE });
  }

  /** What the QR code holds, read by decoding nothing: the page typed it below the code. */
  async pairingAddress(): Promise<string> {
    const code = this.page
      .getByRole('img', { name: new RegExp(common.qr.label.split('{{')[0] ?? '') })
      .first();
    await code.waitFor({ timeout: PATIENCE });
    const label = (await code.getAttribute('aria-label')) ?? '';
    const address = /https?:\S+/.exec(label)?.[0];
    if (!address) throw new Error(`no address in the code's label: ${label}`);
    return address;
  }

  async finishCameras(): Promise<void> {
    await this.press(texts.pairing.done);
  }

  /** From signing in to the choice between face and card. */
  async reachFaceCheck(): Promise<void> {
    await this.signIn();
    await this.enter();
    await this.readNotice();
    await this.signPledge();
    await this.checkDevices();
    await this.sees(texts.face.noticeTitle);
  }

  async chooseCard(): Promise<void> {
    await this.press(texts.face.byCard);
    await this.sees(texts.pairing.scan);
  }

  async acceptInvitation(): Promise<void> {
    await this.press(common.invitation.start);
  }

  async close(): Promise<void> {
    await this.phone?.close();
    await this.pc.close();
  }
}
