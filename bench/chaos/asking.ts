import type { Result } from '../../web/api/result';
import type { Acknowledgement, AcknowledgementLog } from './acknowledgements';
import type { Meter } from './meter';

/** A no that waiting does not change, where the play did not foresee one. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    asked: string,
  ) {
    super(`${asked} was refused: ${code}`);
  }
}

export type Subject = Pick<Acknowledgement, 'kind' | 'sittingId' | 'roomId' | 'asked'>;

interface Begun {
  readonly subject: Subject;
  readonly cell: string;
  readonly firstSentAt: number;
  readonly answered: () => void;
  lastSentAt: number;
  tries: number;
  stampedAt: number | null;
}

/** Watches one client's tries, and writes down what came of them the moment it is known. */
export class Asking {
  private readonly begun = new Map<string, Begun>();

  constructor(
    private readonly log: AcknowledgementLog,
    private readonly meter: Meter,
    private readonly cell: () => string,
  ) {}

  /** One try of a command; its repeats come with the same id. */
  async watch<T>(
    commandId: string,
    subject: Subject,
    send: () => Promise<Result<T>>,
    answerOf: (value: T) => Acknowledgement['answer'],
  ): Promise<Result<T>> {
    const known = this.begun.get(commandId) ?? this.begin(commandId, subject);
    known.tries += 1;
    known.lastSentAt = Date.now();
    const result = await send();
    if (result.ok) this.end(commandId, known, answerOf(result.value));
    else if (result.no.refused === 'OFFLINE' || result.no.refused === 'UNAVAILABLE')
      known.stampedAt ??= stampIn(result.no.details);
    else this.end(commandId, known, { refused: result.no.refused });
    return result;
  }

  private begin(commandId: string, subject: Subject): Begun {
    const now = Date.now();
    const begun: Begun = {
      ...{ subject, cell: this.cell(), firstSentAt: now, lastSentAt: now, tries: 0, stampedAt: null },
      answered: this.meter.begin(),
    };
    this.begun.set(commandId, begun);
    return begun;
  }

  private end(commandId: string, begun: Begun, answer: Acknowledgement['answer']): void {
    const { subject, cell, firstSentAt, lastSentAt, tries, stampedAt } = begun;
    const times = { firstSentAt, lastSentAt, answeredAt: Date.now(), tries, stampedAt };
    this.begun.delete(commandId);
    this.log.append({ cell, ...subject, commandId, ...times, answer });
    begun.answered();
  }
}

const stampIn = (details: unknown): number | null =>
  typeof details === 'object' && details !== null && 'receivedAt' in details
    ? Number(details.receivedAt)
    : null;
