import { liveEvent, type LiveEvent } from '#protocol/live.schema';
import { readBy } from '../api/answer';
import { spreadDelay } from '../api/retry';

/** The part of `EventSource` that is used here. */
export interface EventSourceLike {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

interface StreamParts {
  readonly open: (address: string) => EventSourceLike;
  readonly onEvent: (event: LiveEvent) => void;
  /** The stream broke; another one is on its way. */
  readonly onBreak: () => void;
  readonly random: () => number;
}

export interface EventStream {
  /** What the page has reason to believe dead is opened afresh, at once. */
  readonly renew: () => void;
  readonly close: () => void;
}

/** A stream that says nothing in this time never came about. */
const HELLO_WITHIN_MS = 15_000;

/** A server may name its events or leave them nameless; `message` is both a name of ours and the nameless one. */
const names = new Set(['message', ...liveEvent.options.map((option) => option.shape.event.value)]);

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps one stream open: waits 1, 2, 4 … 30 s between tries, and starts over after each hello.
 * Browsers reopen a cut stream by themselves but give up on an HTTP error, so it is done here for both.
 */
export function openStream(address: string, parts: StreamParts): EventStream {
  let source: EventSourceLike | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  const drop = (): void => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const fail = (): void => {
    drop();
    parts.onBreak();
    timer = setTimeout(connect, spreadDelay(attempt, parts.random));
    attempt += 1;
  };
  const hear = (data: unknown): void => {
    const event = readBy(liveEvent, parsed(data));
    if (!event) return;
    if (event.event === 'hello') {
      attempt = 0;
      clearTimeout(timer);
    }
    parts.onEvent(event);
  };
  function connect(): void {
    drop();
    const opened = parts.open(address);
    source = opened;
    timer = setTimeout(fail, HELLO_WITHIN_MS);
    const mine = (act: () => void) => (source === opened ? act() : undefined);
    for (const name of names) {
      opened.addEventListener(name, ({ data }) => mine(() => hear(data)));
    }
    opened.addEventListener('error', () => mine(fail));
  }

  connect();
  return {
    renew: () => {
      attempt = 0;
      connect();
    },
    close: drop,
  };
}
