import { ulid } from 'ulid';
import { spendPairing } from '#contract/pairing';
import { reportPresence } from '#contract/sitting';
import { PRESENCE } from '#protocol/presence';
import { createCaller, type Caller } from '../world/caller';
import type { World } from '../world/world';

/** A second device without a page: paired, alive, and showing nothing. For tests that look at something else. */
export class ScriptedPhone {
  private readonly beating: ReturnType<typeof setInterval>;

  private constructor(
    private readonly caller: Caller,
    private readonly epoch: number,
  ) {
    this.beating = setInterval(() => void this.beat(), PRESENCE.beatMs);
  }

  /** @param address as the QR code holds it */
  static async pair(world: World, address: string): Promise<ScriptedPhone> {
    const caller = createCaller(world.url);
    const token = new URL(address).pathname.split('/').at(-1) ?? '';
    const { epoch } = await caller.must(spendPairing, { body: { token, deviceId: ulid() } });
    const phone = new ScriptedPhone(caller, epoch);
    await phone.beat();
    return phone;
  }

  private async beat(): Promise<void> {
    const device = { camera: 'live', microphone: 'live', bell: true, battery: 0.8 } as const;
    const body = { epoch: this.epoch, state: { ...device, visible: true, rttMs: 20 }, leaving: false };
    await this.caller.call(reportPresence, { body });
  }

  close(): void {
    clearInterval(this.beating);
  }
}
