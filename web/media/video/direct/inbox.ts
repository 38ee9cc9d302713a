import type { Mail } from '#protocol/live.schema';
import { envelope, type Envelope, type Letter } from './letters';

/** What came from one peer: in order, each once, and only from his present life to this one. */
export interface Inbox {
  readonly take: (mail: Mail) => Taken;
  /** The peer's life as his mail says it; null before his first. */
  readonly life: () => number | null;
  /** A mail is missing since then; null while nothing is. */
  readonly gapSince: () => number | null;
  /** Gives the missing mail up and reads on. */
  readonly skip: () => readonly Letter[];
}

export interface Taken {
  /** Letters that may be read now; often none, sometimes those that waited for this mail. */
  readonly letters: readonly Letter[];
  /** The sender began anew: whoever knew his former self starts over with him, and takes this mail again. */
  readonly anew: boolean;
}

export interface InboxParts {
  /** The sender's epoch as the stage lists it. */
  readonly epoch: number;
  readonly me: { readonly epoch: number; readonly life: number };
  readonly now: () => number;
}

interface Reading {
  life: number | null;
  thread: number;
  next: number;
  waiting: Map<number, readonly Letter[]>;
  gapSince: number | null;
}

const nothing: Taken = { letters: [], anew: false };

function drain(reading: Reading, now: number): readonly Letter[] {
  const read: Letter[] = [];
  for (let found = reading.waiting.get(reading.next); found; found = reading.waiting.get(reading.next)) {
    read.push(...found);
    reading.waiting.delete(reading.next);
    reading.next += 1;
  }
  reading.gapSince = reading.waiting.size > 0 ? (reading.gapSince ?? now) : null;
  return read;
}

function begin(reading: Reading, { life, thread }: Envelope): void {
  Object.assign(reading, { life, thread, next: 0, waiting: new Map(), gapSince: null });
}

export function createInbox({ epoch, me, now }: InboxParts): Inbox {
  const reading: Reading = { life: null, thread: 0, next: 0, waiting: new Map(), gapSince: null };
  const isForMe = ({ toEpoch, toLife }: Envelope): boolean =>
    toEpoch === me.epoch && (toLife === null || toLife === me.life);
  return {
    take(mail) {
      const parsed = envelope.safeParse(mail.body);
      if (!parsed.success || !isForMe(parsed.data) || mail.fromEpoch < epoch) return nothing;
      const { life, thread, seq, letters } = parsed.data;
      if (mail.fromEpoch > epoch || (reading.life !== null && life > reading.life))
        return { letters: [], anew: true };
      if (life < (reading.life ?? life) || thread < reading.thread) return nothing;
      if (thread > reading.thread) begin(reading, parsed.data);
      if (seq < reading.next) return nothing;
      reading.waiting.set(seq, letters);
      return { letters: drain(reading, now()), anew: false };
    },
    life: () => reading.life,
    gapSince: () => reading.gapSince,
    skip() {
      if (reading.waiting.size === 0) return [];
      reading.next = Math.min(...reading.waiting.keys());
      return drain(reading, now());
    },
  };
}
