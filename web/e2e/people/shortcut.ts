import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ulid } from 'ulid';
import { loginCandidate } from '#contract/auth';
import { offerPairing } from '#contract/pairing';
import { checkIn, claimPosition, home, sendCommand, uploadStill } from '#contract/sitting';
import type { FacePose } from '#protocol/face';
import type { CandidateView } from '#protocol/views.schema';
import type { StepCommand, StepView } from '#steps/schemas';
import { createCaller } from '../world/caller';
import { eventually } from '../world/media-checks';
import type { World } from '../world/world';
import type { Candidate } from './candidate';
import { ScriptedPhone } from './scripted-phone';

const photos = join(__dirname, '../../../activities/vision/test/photos');
const FRAMES = 3;

/** How the steps on the way are passed. */
export interface Way {
  /** Known or not known by the real models from the candidate's own photos, or by ID card. */
  readonly face?: 'passed' | 'gone-on' | 'card';
}

/**
 * Brings a candidate through the API to where a test begins. His browser then takes over quietly: it is signed in
 * as the same device. Beyond the cameras a scripted phone is the second one; it is returned to be closed.
 */
export async function bringTo(
  world: World,
  candidate: Candidate,
  kind: StepView['kind'],
  way: Way = {},
): Promise<ScriptedPhone | null> {
  const walk = await Walk.begin(world, candidate);
  await walk.goTo(kind, way);
  await walk.handOver();
  return walk.phone;
}

/** A movement as a camera sees it: no two frames are quite alike. */
async function framesOf(person: string, pose: FacePose): Promise<Blob[]> {
  const photo = await readFile(join(photos, person, `${pose}.jpg`));
  const frame = async (index: number): Promise<Blob> => {
    const part = { left: index * 2, top: index, width: 630, height: 470 };
    const bytes = await sharp(photo).extract(part).resize(640, 480).jpeg({ quality: 85 }).toBuffer();
    return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
  };
  return Promise.all(Array.from({ length: FRAMES }, (_, index) => frame(index)));
}

class Walk {
  phone: ScriptedPhone | null = null;
  private readonly deviceId = ulid();
  private readonly caller;
  private epoch = 0;
  private view: CandidateView | null = null;

  private constructor(
    private readonly world: World,
    private readonly candidate: Candidate,
  ) {
    this.caller = createCaller(world.url);
  }

  static async begin(world: World, candidate: Candidate): Promise<Walk> {
    const walk = new Walk(world, candidate);
    await walk.enter();
    return walk;
  }

  private async enter(): Promise<void> {
    const { ticket, passcode } = this.candidate.login;
    const { must } = this.caller;
    await must(loginCandidate, { body: { exam: this.world.logins.exam.code, ticket, passcode } });
    const claim = { deviceId: this.deviceId, takeOver: false };
    this.epoch = (await must(claimPosition, { body: claim })).epoch;
    const entered = await must(checkIn, { body: { commandId: ulid(), epoch: this.epoch } });
    this.view = entered.view;
  }

  async goTo(kind: StepView['kind'], way: Way): Promise<void> {
    for (let step = this.view?.step; step && step.kind !== kind; step = this.view?.step) {
      await this.pass(step, way);
    }
    if (this.view?.step?.kind !== kind) throw new Error(`the flow has no ${kind} any more`);
  }

  /** Same session, same device: the page goes on as after a reload. */
  async handOver(): Promise<void> {
    const { page, pc } = this.candidate;
    const session = this.caller.session();
    if (!session) throw new Error('no session to hand over');
    await pc.context.addCookies([session]);
    await page.goto('/api/me');
    await page.evaluate((id) => window.localStorage.setItem('examhall.device', id), this.deviceId);
    await page.goto('/');
  }

  private async pass(step: StepView, way: Way): Promise<void> {
    switch (step.kind) {
      case 'notice':
        return this.send({ name: 'notice.read' });
      case 'pledge':
        return this.send({ name: 'pledge.agree', version: step.version, digest: step.digest });
      case 'device-check':
        return this.send({
          name: 'device-check.finish',
          report: { camera: 'ok', microphone: 'ok', bell: 'ok' },
        });
      case 'face-check':
        return way.face === 'passed' || way.face === 'gone-on'
          ? this.doFaceCheck(way.face)
          : this.send({ name: 'face-check.by-card' });
      case 'cameras':
        return this.passCameras();
      default:
        throw new Error(`there is no short way through ${step.kind}`);
    }
  }

  private async doFaceCheck(hoped: 'passed' | 'gone-on'): Promise<void> {
    await this.send({ name: 'face-check.begin', consent: true });
    const step = this.view?.step;
    if (step?.kind !== 'face-check' || step.phase !== 'challenge') throw new Error('no challenge was given');
    const frames = [];
    for (const pose of ['front', ...step.challenges] as const) {
      const bodies = await framesOf(this.candidate.person, pose);
      const taken = await Promise.all(bodies.map((body) => this.caller.must(uploadStill, { body })));
      frames.push({ pose, keys: taken.map(({ key }) => key) });
    }
    await this.send({ name: 'face-check.submit', nonce: step.nonce, frames });
    await this.lookUntil(({ step: now }) => now?.kind !== 'face-check' || now.phase === 'failed');
    const outcome = this.view?.identity === 'passed' ? 'passed' : 'gone-on';
    if (outcome !== hoped) throw new Error(`the face check came out as ${outcome}, not ${hoped}`);
    if (outcome === 'gone-on') await this.send({ name: 'face-check.go-on' });
  }

  private async passCameras(): Promise<void> {
    const { url } = await this.caller.must(offerPairing, { body: { epoch: this.epoch } });
    this.phone = await ScriptedPhone.pair(this.world, url);
    await this.lookUntil(({ positions }) => positions[2] !== null);
    await this.send({ name: 'cameras.finish' });
  }

  private async send(command: StepCommand): Promise<void> {
    const { stepId, roomSeq } = this.view ?? {};
    const asked = { stepId: stepId ?? '', roomSeq: roomSeq ?? 0, epoch: this.epoch, command };
    const { view } = await this.caller.must(sendCommand, { body: { commandId: ulid(), ...asked } });
    this.view = view;
  }

  private async lookUntil(isThere: (view: CandidateView) => boolean): Promise<void> {
    this.view = await eventually(
      async () => (await this.caller.must(home)).view,
      (view) => view !== null && isThere(view),
    );
  }
}
