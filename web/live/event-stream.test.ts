import type { LiveEvent } from '#protocol/live.schema';
import { openStream, type EventSourceLike } from './event-stream';

type Listener = (event: { data?: unknown }) => void;

class Source implements EventSourceLike {
  closed = false;
  private readonly listeners: [string, Listener][] = [];
  addEventListener(name: string, listener: Listener): void {
    this.listeners.push([name, listener]);
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data?: string): void {
    this.listeners.filter(([known]) => known === name).forEach(([, listener]) => listener({ data }));
  }
}

const hello = JSON.stringify({ event: 'hello', serverTime: 1, connection: 'c' });

function opened() {
  const sources: Source[] = [];
  const events: LiveEvent[] = [];
  const onBreak = jest.fn();
  const open = () => {
    const source = new Source();
    sources.push(source);
    return source;
  };
  const stream = openStream('/api/live', {
    open,
    onEvent: (event) => events.push(event),
    onBreak,
    random: () => 0,
  });
  const last = () => sources[sources.length - 1] as Source;
  return { stream, sources, events, onBreak, last };
}

describe('the stream of events', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hears events by name and without', () => {
    const { last, events } = opened();
    last().say('hello', hello);
    last().say('message', hello);
    expect(events).toHaveLength(2);
  });

  it('ignores what it cannot read', () => {
    const { last, events } = opened();
    last().say('message', 'not json');
    last().say('message', '{"event":"wizardry"}');
    expect(events).toEqual([]);
  });

  it('comes back after 1, 2, 4 seconds, and after one again once it was heard', () => {
    const { last, sources, onBreak } = opened();
    for (const wait of [1_000, 2_000, 4_000]) {
      const before = sources.length;
      last().say('error');
      jest.advanceTimersByTime(wait - 1);
      expect(sources).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(sources).toHaveLength(before + 1);
    }
    last().say('hello', hello);
    last().say('error');
    jest.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(5);
    expect(onBreak).toHaveBeenCalledTimes(4);
    expect(sources.slice(0, -1).every(({ closed }) => closed)).toBe(true);
  });

  it('gives up on a stream that never says hello', () => {
    const { sources } = opened();
    jest.advanceTimersByTime(15_000 + 1_000);
    expect(sources).toHaveLength(2);
  });

  it('opens one afresh when asked to, and hears the old one no more', () => {
    const { stream, sources, events } = opened();
    stream.renew();
    sources[0]?.say('hello', hello);
    expect(sources).toHaveLength(2);
    expect(events).toEqual([]);
  });

  it('is silent once closed', () => {
    const { stream, sources } = opened();
    stream.close();
    sources[0]?.say('error');
    jest.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });
});
