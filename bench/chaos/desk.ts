import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { loginStaff } from '#contract/auth';
import { openConsole, orderRoom, orderSitting } from '#contract/rooms';
import type { RoomOrder, SittingOrder } from '#protocol/orders.schema';
import type { CandidateView } from '#protocol/views.schema';
import { isPassing, type Result } from '../../web/api/result';
import { spreadDelay } from '../../web/api/retry';
import { AcknowledgementLog, type Acknowledgement } from './acknowledgements';
import { Asking, Refused, type Subject } from './asking';
import { createCaller, type Caller } from './caller';
import { PASSCODE } from './hall';
import type { Floor } from './seat';

const LOOK_MS = 1_000;
const PATIENCE_MS = 180_000;

/** One room's chief examiner: every order is repeated with its id until it is answered. */
export class Desk {
  private readonly caller: Caller;
  private readonly log: AcknowledgementLog;
  private readonly asking: Asking;

  private constructor(
    floor: Floor,
    readonly roomId: string,
  ) {
    this.caller = createCaller(floor.url);
    this.log = new AcknowledgementLog(floor.logs, `desk-${roomId}`);
    this.asking = new Asking(this.log, floor.meter, floor.cell);
  }

  static async open(floor: Floor, { roomId, login }: Floor['hall']['desks'][number]): Promise<Desk> {
    const desk = new Desk(floor, roomId);
    await desk.caller.must(loginStaff, { body: { login, password: PASSCODE } });
    return desk;
  }

  /** @throws Refused */
  async order(sittingId: string, order: SittingOrder): Promise<void> {
    const commandId = ulid();
    await this.insist(
      commandId,
      { kind: 'order', sittingId, roomId: this.roomId, asked: { name: order.kind, body: order } },
      () => this.caller.call(orderSitting, { params: { sittingId }, body: { commandId, order } }),
      ({ revision }) => ({ revision }),
    );
  }

  /** @throws Refused */
  async orderRoom(order: RoomOrder): Promise<void> {
    const commandId = ulid();
    const { roomId } = this;
    await this.insist(
      commandId,
      { kind: 'room-order', sittingId: null, roomId, asked: { name: order.kind, body: order } },
      () => this.caller.call(orderRoom, { params: { roomId }, body: { commandId, order } }),
      ({ seq }) => ({ seq }),
    );
  }

  /** Resolves when the console shows this of a candidate. */
  async seen(sittingId: string, isThere: (view: CandidateView) => boolean): Promise<void> {
    for (const give = Date.now() + PATIENCE_MS; ; await wait(LOOK_MS)) {
      const console = await this.caller.call(openConsole, { params: { roomId: this.roomId } });
      const row = console.ok ? console.value.rows.find((each) => each.sittingId === sittingId) : undefined;
      if (row?.staff && isThere(row.staff.view)) return;
      if (Date.now() > give) throw new Error(`the console never showed ${sittingId} as expected`);
    }
  }

  close(): void {
    this.log.close();
  }

  private async insist<T>(
    commandId: string,
    subject: Subject,
    send: () => Promise<Result<T>>,
    answerOf: (value: T) => Acknowledgement['answer'],
  ): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      const result = await this.asking.watch(commandId, subject, send, answerOf);
      if (result.ok) return result.value;
      if (!isPassing(result.no)) throw new Refused(result.no.refused, subject.asked.name);
      await wait(spreadDelay(attempt, Math.random));
    }
  }
}
