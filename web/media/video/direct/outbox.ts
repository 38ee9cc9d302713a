import type { Envelope, Letter } from './letters';

/** Sends letters to one peer: one mail at a time, so that they arrive in order, and again until the server has it. */
export interface Outbox {
  readonly send: (letter: Letter) => void;
  /** The peer is gone, or this page is: what was not sent is not wanted any more. */
  readonly close: () => void;
}

interface OutboxParts {
  /** Resolves when the server keeps the mail for the peer; rejects when it may not have it. */
  readonly post: (body: Envelope) => Promise<void>;
  /** Who sends to whom, as known when a mail is first sent. */
  readonly heading: () => Omit<Envelope, 'seq' | 'letters'>;
  readonly pause: (ms: number) => Promise<void>;
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

export function createOutbox({ post, heading, pause }: OutboxParts): Outbox {
  const queue: Letter[] = [];
  const on = { open: true, busy: false, seq: 0 };

  const insist = async (body: Envelope): Promise<void> => {
    for (let wait = SHORTEST_PAUSE_MS; on.open; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const sent = await post(body).then(
        () => true,
        () => false,
      );
      if (sent) return;
      await pause(wait);
    }
  };
  const run = async (): Promise<void> => {
    if (on.busy) return;
    on.busy = true;
    // What gathers while one mail is under way goes into the next.
    await Promise.resolve();
    while (on.open && queue.length > 0) {
      const letters = queue.splice(0);
      await insist({ ...heading(), seq: on.seq++, letters });
    }
    on.busy = false;
  };
  return {
    send(letter) {
      queue.push(letter);
      void run();
    },
    close() {
      on.open = false;
      queue.length = 0;
    },
  };
}
