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
  readonly wait: (attempt: number) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => number;
}

export interface Outbox {
  /** Resolves when the server answered or refused; the network's silence is waited out. */
  readonly ask: (asked: Asked) => Promise<Result<CommandAnswer>>;
  /** Sends what an earlier page left unanswered, oldest first. */
  readonly resume: () => Promise<readonly Result<CommandAnswer>[]>;
  readonly sending: () => Sending | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
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
export function createOutbox(parts: OutboxParts): Outbox {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, Promise<Answered>>();
  let line: Promise<unknown> = Promise.resolve();
  let sending: Sending | null = null;
  let open = true;

  const become = (next: Sending | null): void => {
    sending = next;
    listeners.forEach((tell) => tell());
  };

  async function insist(first: KeptCommand): Promise<Answered> {
    let command = first;
    let why: Sending['why'] = null;
    for (let failures = 0; open; failures += 1) {
      become({ asked: command.asked, failures, why });
      const result = await parts.send(command);
      if (result.ok || !isPassing(result.no)) return result;
      why = result.no.refused === 'OFFLINE' ? 'OFFLINE' : 'UNAVAILABLE';
      become({ asked: command.asked, failures: failures + 1, why });
      const receipt = receiptOf(result);
      if (receipt && !command.receipt) {
        command = { ...command, receipt };
        await parts.shelf.put(command);
      }
      await parts.wait(failures);
    }
    return closed;
  }

  async function deliver(command: KeptCommand): Promise<Answered> {
    const result = await insist(command);
    become(null);
    // A session that ended takes nothing with it: the command is sent again after signing in.
    const keep = !result.ok && (result.no.refused === 'NOT_SIGNED_IN' || result === closed);
    if (!keep) await parts.shelf.remove(command.commandId);
    return result;
  }

  function enqueue(command: KeptCommand): Promise<Answered> {
    const turn = line.then(() => (open ? deliver(command) : closed));
    line = turn.catch(() => undefined);
    return turn;
  }

  function ask(asked: Asked): Promise<Answered> {
    const key = sameAs(asked);
    const already = waiting.get(key);
    if (already) return already;
    const command: KeptCommand = {
      commandId: parts.newId(),
      sittingId: parts.sittingId,
      askedAt: parts.now(),
      asked,
      receipt: null,
    };
    const answered = parts.shelf
      .put(command)
      .then(() => enqueue(command))
      .finally(() => waiting.delete(key));
    waiting.set(key, answered);
    return answered;
  }

  async function resume(): Promise<Answered[]> {
    const kept = await parts.shelf.all();
    const mine = kept.filter(({ sittingId }) => sittingId === parts.sittingId);
    await Promise.all(
      kept.filter((command) => !mine.includes(command)).map(({ commandId }) => parts.shelf.remove(commandId)),
    );
    return Promise.all([...mine].sort((a, b) => a.askedAt - b.askedAt).map(enqueue));
  }

  return {
    ask,
    resume,
    sending: () => sending,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      open = false;
    },
  };
}
