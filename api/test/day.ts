import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Exam } from '#models/exam';
import type { Room } from '#models/room';
import type { CandidateView } from '#protocol/views.schema';
import type { StaffRole } from '#protocol/policies';
import type { StepCommand } from '#steps/schemas';
import { buildExam, buildFlowVersion, buildRoom } from '../../models/test/factories';
import { readFlow } from '../flows/read-flow';
import type { Answer, Browser } from './browser';
import { enrol, signInCandidate, signInStaff, type Enrolled } from './people';
import { until, type TestHall } from './start-hall';

export const shippedYaml = readFileSync(join(__dirname, '../../flows/interview.yaml'), 'utf8');

const shipped = () => {
  const { document } = readFlow(shippedYaml);
  if (!document) throw new Error('the shipped flow has faults');
  return document;
};

/** An exam of the shipped flow that is open now, with one room. */
export async function openDay(hall: TestHall, given: Partial<Exam> = {}): Promise<Room> {
  const version = await buildFlowVersion(hall.source, { document: shipped(), yaml: shippedYaml });
  const exam = await buildExam(hall.source, { flowVersionId: version.id, ...given });
  return buildRoom(hall.source, { examId: exam.id });
}

/** A candidate at the door, signed in on his first device. */
export class TestCandidate {
  epoch = 0;
  view: CandidateView | null = null;

  constructor(
    private readonly hall: TestHall,
    readonly who: Enrolled,
    readonly browser: Browser,
    readonly deviceId: string,
  ) {}

  get sittingId(): string {
    return this.who.sitting.id;
  }

  async claim(takeOver = false) {
    const answer = await this.browser.call('claimPosition', { body: { deviceId: this.deviceId, takeOver } });
    if (answer.status === 200) this.epoch = answer.body.epoch;
    return answer;
  }

  async checkIn(commandId = ulid()) {
    const answer = await this.browser.call('checkIn', { body: { commandId, epoch: this.epoch } });
    return this.noted(answer);
  }

  async send(command: StepCommand, given: { commandId?: string; stepId?: string; receipt?: string } = {}) {
    const { commandId = ulid(), stepId = this.view?.stepId ?? 'none', ...rest } = given;
    const body = { commandId, epoch: this.epoch, stepId, command, roomSeq: this.view?.roomSeq ?? 0, ...rest };
    return this.noted(await this.browser.call('sendCommand', { body }));
  }

  /** Sends, and complains where it is refused. */
  async must(command: StepCommand): Promise<CandidateView> {
    const { refused, body } = await this.send(command);
    if (refused) throw new Error(`${command.name} was refused: ${refused}`);
    return body.view;
  }

  async look(): Promise<CandidateView | null> {
    this.view = (await this.browser.call('home')).body.view ?? this.view;
    return this.view;
  }

  lookUntil(isThere: (view: CandidateView) => boolean): Promise<CandidateView | null> {
    return until(
      () => this.look(),
      (view) => view !== null && isThere(view),
    );
  }

  /** Goes on to this step, taking the short way through each before it. */
  async goTo(kind: StepCommand['name'] extends `${infer K}.${string}` ? K : never): Promise<this> {
    if (!this.view) await this.enter();
    while (this.view && this.view.step?.kind !== kind) await this.pass(this.view.step?.kind ?? '');
    return this;
  }

  async enter(): Promise<this> {
    await this.claim();
    const { refused } = await this.checkIn();
    if (refused) throw new Error(`check-in was refused: ${refused}`);
    return this;
  }

  private async pass(kind: string): Promise<void> {
    const fine = { camera: 'ok', microphone: 'ok', bell: 'ok' };
    if (kind === 'notice') await this.must({ name: 'notice.read' });
    else if (kind === 'pledge') await this.agree();
    else if (kind === 'device-check') await this.must({ name: 'device-check.finish', report: fine });
    else if (kind === 'face-check') await this.must({ name: 'face-check.by-card' });
    else if (kind === 'cameras') await this.finishCameras();
    else throw new Error(`there is no short way through ${kind}`);
  }

  private async agree(): Promise<void> {
    const step = this.view?.step;
    if (step?.kind !== 'pledge') throw new Error('no pledge');
    await this.must({ name: 'pledge.agree', version: step.version, digest: step.digest });
  }

  private async finishCameras(): Promise<void> {
    const phone = await signInCandidate(this.hall.url, this.who, 2);
    await phone.call('claimPosition', { body: { deviceId: ulid() } });
    await this.must({ name: 'cameras.finish' });
  }

  private noted<T extends { view: CandidateView }>(answer: Answer<T>): Answer<T> {
    if (!answer.refused) this.view = answer.body.view;
    return answer;
  }
}

export async function arrive(hall: TestHall, room: Room, given: Parameters<typeof enrol>[2] = {}) {
  const who = await enrol(hall.source, room, given);
  return new TestCandidate(hall, who, await signInCandidate(hall.url, who), ulid());
}

export const staffOf = (hall: TestHall, role: StaffRole, room: Room) =>
  signInStaff(hall.url, hall.source, role, [room], { examId: room.examId });
