import type { EventSourceLike } from '../../web/live/event-stream';

/** Server-sent events outside of a browser: the part of `EventSource` that the live store uses. */
export function openEventSource(address: string, cookie: string): EventSourceLike {
  const listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();
  const stop = new AbortController();
  const tell = (name: string, data?: string): void => {
    if (!stop.signal.aborted) listeners.get(name)?.forEach((listener) => listener({ data }));
  };
  void listen(address, cookie, stop.signal, (data) => tell('message', data)).then(
    () => tell('error'),
    () => tell('error'),
  );
  return {
    addEventListener: (name, listener) =>
      void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    close: () => stop.abort(),
  };
}

/** Resolves when the server ends the stream, rejects when it breaks. */
async function listen(
  address: string,
  cookie: string,
  signal: AbortSignal,
  hear: (data: string) => void,
): Promise<void> {
  const response = await fetch(address, { headers: { cookie, accept: 'text/event-stream' }, signal });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  let rest = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) if (event.startsWith('data: ')) hear(event.slice('data: '.length));
  }
}
