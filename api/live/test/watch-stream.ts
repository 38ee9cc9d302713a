import { liveEvent, type LiveEvent } from '#protocol/live.schema';
import type { Browser } from '../../test/browser';

type Named<N extends LiveEvent['event']> = Extract<LiveEvent, { event: N }>;

/** An open stream with everything it said; every event is checked against the contract as it arrives. */
export interface Watched {
  readonly status: number;
  readonly events: LiveEvent[];
  /** Comments that keep the connection open. */
  readonly beats: () => number;
  readonly of: <N extends LiveEvent['event']>(name: N) => Named<N>[];
  /** The first event from now on (or already there) that fits. */
  readonly until: <N extends LiveEvent['event']>(
    name: N,
    fits?: (event: Named<N>) => boolean,
    withinMs?: number,
  ) => Promise<Named<N>>;
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Collects what a stream of server-sent events says. */
export function createCollector(
  status: number,
  chunks: AsyncIterable<Uint8Array>,
  close: () => void,
): Watched {
  const events: LiveEvent[] = [];
  const counts = { beats: 0 };
  const listeners = new Set<() => void>();
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith(':')) counts.beats += 1;
        else events.push(liveEvent.parse(JSON.parse(block.replace(/^data: /, ''))));
      }
      listeners.forEach((tell) => tell());
    }
  };
  const of = <N extends LiveEvent['event']>(name: N) =>
    events.filter((event): event is Named<N> => event.event === name);
  const until = <N extends LiveEvent['event']>(
    name: N,
    fits: (event: Named<N>) => boolean = () => true,
    withinMs = 8_000,
  ): Promise<Named<N>> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(look);
        reject(
          new Error(`no fitting ${name} within ${withinMs} ms; heard ${events.map((e) => e.event).join()}`),
        );
      }, withinMs);
      const look = (): void => {
        const found = of(name).find(fits);
        if (!found) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  // A stream that is cut off ends like any other; an event that the contract does not know fails the test.
  const ended = read().catch((error: { readonly name?: string }) => {
    if (error.name === 'ZodError' || error.name === 'SyntaxError') throw error;
  });
  return { status, events, beats: () => counts.beats, of, until, ended, close };
}

/** Opens `GET /api/live` as this browser. */
export async function watch(browser: Browser, room?: string): Promise<Watched> {
  const abort = new AbortController();
  const response = await browser.send(`/api/live${room ? `?room=${room}` : ''}`, { signal: abort.signal });
  if (!response.body) throw new Error('no body');
  return createCollector(response.status, response.body, () => abort.abort());
}
