import { closeSync, fdatasyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What the server told one client that it has taken, as the client wrote it down the moment it heard. */
export interface Acknowledgement {
  /** Where in the table it was asked. */
  readonly cell: string;
  readonly kind: 'command' | 'order' | 'room-order';
  /** Whom it is for; null for an order to a whole room. */
  readonly sittingId: string | null;
  readonly roomId: string;
  readonly commandId: string;
  /** The command or order itself. */
  readonly asked: { readonly name: string; readonly body: unknown };
  /** Epoch ms of this machine, which is the servers' too. */
  readonly firstSentAt: number;
  readonly lastSentAt: number;
  readonly answeredAt: number;
  readonly tries: number;
  /** Stamp of the first 503's receipt, where there was one: from then on it counts. */
  readonly stampedAt: number | null;
  readonly answer:
    | { readonly revision: number }
    | { readonly seq: number }
    /** A no that waiting does not change. */
    | { readonly refused: string };
}

/** One client's own file; what stands in it has reached the disk. */
export class AcknowledgementLog {
  private readonly file: number;

  constructor(folder: string, client: string) {
    mkdirSync(folder, { recursive: true });
    this.file = openSync(join(folder, `${client}.jsonl`), 'a');
  }

  append(line: Acknowledgement): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fdatasyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Reads every client's file back: judging believes the files, not anybody's memory. */
export function readAcknowledgements(folder: string): Acknowledgement[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Acknowledgement),
  );
}
