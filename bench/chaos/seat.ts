import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { loginCandidate } from '#contract/auth';
import { live } from '#contract/live';
import { checkIn, claimPosition, home, sendCommand } from '#contract/sitting';
import type { CandidateView } from '#protocol/views.schema';
import type { StepCommand } from '#steps/schemas';
import type { Result } from '../../web/api/result';
import { spreadDelay } from '../../web/api/retry';
import { Outbox, type CommandAnswer, type KeptCommand } from '../../web/candidate/commands/outbox';
import { createLiveStore, type LiveStore } from '../../web/live/live-store';
import { AcknowledgementLog } from './acknowledgements';
import { Asking, Refused } from './asking';
import { createCaller, type Caller } from './caller';
import { openEventSource } from './event-source';
import { PASSCODE, type Hall, type Place } from './hall';
import type { Meter } from './meter';

export interface Floor {
  readonly url: string;
  readonly hall: Hall;
  readonly meter: Meter;
  /** Folder of the clients' own files. */
  readonly logs: string;
  readonly cell: () => string;
}

/** How often a page that waits for something looks by itself. */
const LOOK_MS = 3_000;
const PATIENCE_MS = 180_000;

/** One candidate as his page is: the same outbox, the same stream, the same waits between tries. */
export class Seat {
  readonly caller: Caller;
  readonly store: LiveStore;
  epoch = 0;
  private readonly outbox: Outbox;
  private readonly log: AcknowledgementLog;
  private readonly asking: Asking;

  private constructor(
    private readonly floor: Floor,
    readonly place: Place,
  ) {
    this.caller = createCaller(floor.url);
    this.log = new AcknowledgementLog(floor.logs, place.sittingId);
    this.asking = new Asking(this.log, floor.meter, floor.cell);
    this.store = createLiveStore({
      open: (address) => openEventSource(floor.url + address, this.caller.cookie()),
      now: () => Date.now(),
      random: Math.random,
    });
    const kept = new Map<string, KeptCommand>();
    this.outbox = new Outbox({
      sittingId: place.sittingId,
      shelf: {
        all: async () => [...kept.values()],
        put: async (command) => void kept.set(command.commandId, command),
        remove: async (commandId) => void kept.delete(commandId),
      },
      send: (command) => this.send(command),
      wait: (attempt, signal) =>
        wait(spreadDelay(attempt, Math.random), undefined, { signal }).catch(() => undefined),
      newId: ulid,
      now: () => Date.now(),
    });
  }

  /** Signed in, with the position taken and the stream open; not checked in yet. */
  static async take(floor: Floor, place: Place): Promise<Seat> {
    const seat = new Seat(floor, place);
    const { must } = seat.caller;
    await must(loginCandidate, {
      body: { exam: floor.hall.examCode, ticket: place.ticket, passcode: PASSCODE },
    });
    seat.epoch = (await must(claimPosition, { body: { deviceId: ulid(), takeOver: false } })).epoch;
    seat.store.listen(live.path);
    return seat;
  }

  view(): CandidateView | null {
    return this.store.state().view;
  }

  enter(): Promise<CandidateView> {
    return this.ask({ kind: 'check-in' });
  }

  /** Asks something of the current step until it is answered. @throws Refused */
  command(command: StepCommand): Promise<CandidateView> {
    return this.ask({ kind: 'step', stepId: this.view()?.stepId ?? '', command });
  }

  /** Resolves when the page shows it. @throws when it never does */
  async until(what: string, isThere: (view: CandidateView) => boolean): Promise<CandidateView> {
    const give = Date.now() + PATIENCE_MS;
    for (let looked = Date.now(); ;) {
      const view = this.view();
      if (view && isThere(view)) return view;
      if (Date.now() > give) throw new Error(`never came about: ${what}, at ${view?.stepId} ${this.shown()}`);
      await wait(100);
      if (Date.now() - looked < LOOK_MS) continue;
      looked = Date.now();
      const found = await this.caller.call(home);
      if (found.ok && found.value.view) this.store.offerView(found.value.view);
    }
  }

  isAt(stepId: string): boolean {
    return this.view()?.stepId === stepId;
  }

  close(): void {
    this.outbox.close();
    this.store.close();
    this.log.close();
  }

  private shown(): string {
    return JSON.stringify(this.view()?.step ?? null).slice(0, 200);
  }

  private async ask(asked: KeptCommand['asked']): Promise<CandidateView> {
    const result = await this.outbox.ask(asked);
    const name = asked.kind === 'check-in' ? 'check-in' : asked.command.name;
    if (!result.ok) throw new Refused(result.no.refused, name);
    this.store.offerView(result.value.view);
    return result.value.view;
  }

  private send({ commandId, asked, receipt }: KeptCommand): Promise<Result<CommandAnswer>> {
    const { sittingId, roomId } = this.place;
    const body = asked.kind === 'check-in' ? null : asked.command;
    const name = body?.name ?? 'check-in';
    const subject = { kind: 'command' as const, sittingId, roomId, asked: { name, body } };
    return this.asking.watch(
      commandId,
      subject,
      () => this.post(commandId, asked, receipt),
      ({ revision }) => ({ revision }),
    );
  }

  private post(
    commandId: string,
    asked: KeptCommand['asked'],
    receipt: string | null,
  ): Promise<Result<CommandAnswer>> {
    const { epoch } = this;
    if (asked.kind === 'check-in') return this.caller.call(checkIn, { body: { commandId, epoch } });
    const { stepId, command } = asked;
    const roomSeq = this.view()?.roomSeq ?? 0;
    const body = { commandId, epoch, stepId, command, roomSeq, ...(receipt && { receipt }) };
    return this.caller.call(sendCommand, { body });
  }
}
