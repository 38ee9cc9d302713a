import type { Mail } from '#protocol/live.schema';
import { envelope, type Envelope, type Letter } from './letters';

/** What came from one peer: in order, each once, and only from his present life to this one. */
export interface Inbox {
  readonly take: (mail: Mail) => Taken;
  /** The peer's life as his mail says it; null before his first. */
  readonly life: () => number | null;
  /** The peer's thread, once its first letter was read. */
  readonly thread: () => number | null;
  /** A mail is missing since then; null while nothing is. */
  readonly gapSince: () => number | null;
  /** Gives the missing mail up and reads on. */
  readonly skip: () => readonly Letter[];
}

/** He joined again; or this page had slipped his mind, and he meets it again on the same seat. */
export type Anew = 'joined' | 'met';

export interface Taken {
  /** Letters that may be read now; often none, sometimes those that waited for this mail. */
  readonly letters: readonly Letter[];
  /** The sender began anew: whoever knew his former self starts over with him, and takes this mail again. */
  readonly anew: Anew | null;
}

export interface InboxParts {
  /** The sender's epoch as the stage lists it. */
  readonly epoch: number;
  readonly me: { readonly epoch: number; readonly life: number; readonly thread: number };
  readonly now: () => number;
}

interface Reading {
  life: number | null;
  thread: number;
  next: number;
  waiting: Map<number, readonly Letter[]>;
  gapSince: number | null;
  /** Its first letter was given up: it was meant for a former self of this page. */
  skipped: boolean;
}

const nothing: Taken = { letters: [], anew: null };

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
  Object.assign(reading, { life, thread, next: 0, waiting: new Map(), gapSince: null, skipped: false });
}

/** Who has read this page's own thread from its beginning has started over together with it: then nobody has to again. */
function anewIn(reading: Reading, { life, thread, toThread }: Envelope, mine: number): Anew | null {
  if (reading.life === null) return null;
  if (life > reading.life) return 'joined';
  return life === reading.life && thread > reading.thread && toThread !== mine ? 'met' : null;
}

export function createInbox({ epoch, me, now }: InboxParts): Inbox {
  const reading: Reading = {
    ...{ life: null, thread: 0, next: 0 },
    ...{ waiting: new Map<number, readonly Letter[]>(), gapSince: null, skipped: false },
  };
  const isForMe = ({ toEpoch, toLife }: Envelope): boolean =>
    toEpoch === me.epoch && (toLife === null || toLife === me.life);
  return {
    take(mail) {
      const parsed = envelope.safeParse(mail.body);
      if (!parsed.success || !isForMe(parsed.data) || mail.fromEpoch < epoch) return nothing;
      const { life, thread, seq, letters } = parsed.data;
      const anew = mail.fromEpoch > epoch ? 'joined' : anewIn(reading, parsed.data, me.thread);
      if (anew) return { letters: [], anew };
      if (life < (reading.life ?? life) || thread < reading.thread) return nothing;
      if (thread > reading.thread) begin(reading, parsed.data);
      if (seq < reading.next) return nothing;
      reading.waiting.set(seq, letters);
      return { letters: drain(reading, now()), anew: null };
    },
    life: () => reading.life,
    thread: () => (reading.next > 0 && !reading.skipped ? reading.thread : null),
    gapSince: () => reading.gapSince,
    skip() {
      if (reading.waiting.size === 0) return [];
      reading.skipped ||= reading.next === 0;
      reading.next = Math.min(...reading.waiting.keys());
      return drain(reading, now());
    },
  };
}
