import type { z } from 'zod';
import type { commandAnswer } from '#contract/shared';
import type { StepCommand } from '#steps/schemas';
import { isPassing, type Result } from '../../api/result';

export type CommandAnswer = z.infer<typeof commandAnswer>;

/** What is asked: to enter, or something of the current step. */
export type Asked =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'step'; readonly stepId: string; readonly command: StepCommand };

/** A click that the server has not answered yet. Its id is made once and survives reloads. */
export interface KeptCommand {
  readonly commandId: string;
  readonly sittingId: string;
  readonly askedAt: number;
  readonly asked: Asked;
  /** The server's signed receipt of an earlier try: the command counts from its first time stamp. */
  readonly receipt: string | null;
}

/** Where unanswered commands are kept; a browser that refuses storage keeps them as long as the page. */
export interface CommandShelf {
  readonly all: () => Promise<readonly KeptCommand[]>;
  readonly put: (command: KeptCommand) => Promise<void>;
  readonly remove: (commandId: string) => Promise<void>;
}

export interface Sending {
  readonly asked: Asked;
  /** Counts the tries that failed; 0 while the first is on its way. */
  readonly failures: number;
  /** Why it is not answered yet. */
  readonly why: 'OFFLINE' | 'UNAVAILABLE' | null;
}

interface OutboxParts {
  readonly sittingId: string;
  readonly shelf: CommandShelf;
  readonly send: (command: KeptCommand) => Promise<Result<CommandAnswer>>;
  /** Resolves when it is time for try number `attempt` + 1; at once when the network comes back. */
  readonly wait: (attempt: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => number;
}

type Answered = Result<CommandAnswer>;

/** Two clicks on one button are one command; the same words at another step are another. */
const sameAs = (asked: Asked): string => JSON.stringify(asked);

function receiptOf(result: Answered): string | null {
  const receipt = result.ok ? null : result.no.details?.receipt;
  return typeof receipt === 'string' ? receipt : null;
}

const closed: Answered = { ok: false, no: { refused: 'OFFLINE' }, requestId: null };

/** Commands leave one after the other, each until it is answered: the next one may depend on the answer. */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly asking = new Map<string, Promise<Answered>>();
  private line: Promise<unknown> = Promise.resolve();
  private current: Sending | null = null;
  private stop = new AbortController();

  constructor(private readonly parts: OutboxParts) {}

  readonly sending = (): Sending | null => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Resolves when the server answered or refused; the network's silence is waited out. */
  ask(asked: Asked): Promise<Answered> {
    const key = sameAs(asked);
    const already = this.asking.get(key);
    if (already) return already;
    const { newId, now, sittingId, shelf } = this.parts;
    const command: KeptCommand = { commandId: newId(), sittingId, askedAt: now(), asked, receipt: null };
    const answered = shelf
      .put(command)
      .then(() => this.enqueue(command))
      .finally(() => this.asking.delete(key));
    this.asking.set(key, answered);
    return answered;
  }

  /** Sends what an earlier page left unanswered, oldest first. */
  async resume(): Promise<Answered[]> {
    const { shelf, sittingId } = this.parts;
    const kept = await shelf.all();
    const mine = kept.filter((command) => command.sittingId === sittingId);
    const foreign = kept.filter((command) => command.sittingId !== sittingId);
    await Promise.all(foreign.map(({ commandId }) => shelf.remove(commandId)));
    const oldestFirst = [...mine].sort((a, b) => a.askedAt - b.askedAt);
    return Promise.all(oldestFirst.map((command) => this.enqueue(command)));
  }

  /** A page that is mounted again goes on with what is kept. */
  open(): void {
    if (this.stop.signal.aborted) this.stop = new AbortController();
  }

  close(): void {
    this.stop.abort();
  }

  private become(next: Sending | null): void {
    this.current = next;
    this.listeners.forEach((tell) => tell());
  }

  private enqueue(command: KeptCommand): Promise<Answered> {
    const turn = this.line.then(() => this.deliver(command));
    this.line = turn.catch(() => undefined);
    return turn;
  }

  private async deliver(command: KeptCommand): Promise<Answered> {
    const result = await this.insist(command);
    this.become(null);
    // A session that ended takes nothing with it: the command is sent again after signing in.
    const keep = result === closed || (!result.ok && result.no.refused === 'NOT_SIGNED_IN');
    if (!keep) await this.parts.shelf.remove(command.commandId);
    return result;
  }

  private async insist(first: KeptCommand): Promise<Answered> {
    const { signal } = this.stop;
    let command = first;
    let why: Sending['why'] = null;
    for (let failures = 0; !signal.aborted; failures += 1) {
      this.become({ asked: command.asked, failures, why });
      const result = await this.parts.send(command);
      if (result.ok || !isPassing(result.no)) return result;
      why = result.no.refused === 'OFFLINE' ? 'OFFLINE' : 'UNAVAILABLE';
      this.become({ asked: command.asked, failures: failures + 1, why });
      command = await this.withReceipt(command, receiptOf(result));
      await this.parts.wait(failures, signal);
    }
    return closed;
  }

  /** The first receipt holds the earliest time stamp; later ones add nothing. */
  private async withReceipt(command: KeptCommand, receipt: string | null): Promise<KeptCommand> {
    if (!receipt || command.receipt) return command;
    const stamped = { ...command, receipt };
    await this.parts.shelf.put(stamped);
    return stamped;
  }
}
