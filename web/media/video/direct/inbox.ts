import type { Mail } from '#protocol/live.schema';
import { envelope, type Letter } from './letters';

/** What came from one peer: in order, each once, and only from his present epoch. */
export interface Inbox {
  /** Letters that may be read now; often none, sometimes those that waited for this mail. */
  readonly take: (mail: Mail) => Taken;
  /** A mail is missing since then; null while nothing is. */
  readonly gapSince: () => number | null;
  /** Gives the missing mail up and reads on. */
  readonly skip: () => readonly Letter[];
}

export interface Taken {
  readonly letters: readonly Letter[];
  /** The sender began anew: forget the link to his former self first. */
  readonly newEpoch: number | null;
}

interface Reading {
  epoch: number;
  next: number;
  waiting: Map<number, readonly Letter[]>;
  gapSince: number | null;
}

const nothing: Taken = { letters: [], newEpoch: null };

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

/** `epoch` is the sender's as the stage lists it, `myEpoch` this page's: mail for a former self is stale. */
export function createInbox(epoch: number, myEpoch: number, now: () => number): Inbox {
  const reading: Reading = { epoch, next: 0, waiting: new Map(), gapSince: null };
  return {
    take(mail) {
      const parsed = envelope.safeParse(mail.body);
      if (!parsed.success || parsed.data.toEpoch !== myEpoch || mail.fromEpoch < reading.epoch)
        return nothing;
      const newEpoch = mail.fromEpoch > reading.epoch ? mail.fromEpoch : null;
      if (newEpoch !== null)
        Object.assign(reading, { epoch: newEpoch, next: 0, waiting: new Map(), gapSince: null });
      if (parsed.data.seq < reading.next) return { letters: [], newEpoch };
      reading.waiting.set(parsed.data.seq, parsed.data.letters);
      return { letters: drain(reading, now()), newEpoch };
    },
    gapSince: () => reading.gapSince,
    skip() {
      if (reading.waiting.size === 0) return [];
      reading.next = Math.min(...reading.waiting.keys());
      return drain(reading, now());
    },
  };
}
