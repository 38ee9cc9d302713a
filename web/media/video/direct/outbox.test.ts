import type { Envelope, Letter } from './letters';
import { createOutbox } from './outbox';

const ease = (level: number): Letter => ({ kind: 'ease', level });
const heading = () => ({ life: 1, thread: 1, toEpoch: 3, toLife: null, toThread: null });
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function server(failures = 0) {
  const kept: Envelope[] = [];
  const waits: number[] = [];
  let left = failures;
  let release: (() => void) | null = null;
  const post = async (body: Envelope): Promise<void> => {
    if (left > 0) {
      left -= 1;
      throw new Error('no network');
    }
    kept.push(body);
    await new Promise<void>((resolve) => (release = resolve));
  };
  const pause = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { kept, waits, post, pause, answer: () => release?.() };
}

describe('letters to one peer', () => {
  it('go in one mail at a time; what gathers meanwhile goes into the next', async () => {
    const { post, pause, kept, answer } = server();
    const outbox = createOutbox({ post, pause, heading });
    outbox.send(ease(1));
    outbox.send(ease(2));
    await turns();
    outbox.send(ease(3));
    outbox.send(ease(4));
    await turns();
    expect(kept).toHaveLength(1);
    answer();
    await turns();
    expect(kept).toEqual([
      { ...heading(), seq: 0, letters: [ease(1), ease(2)] },
      { ...heading(), seq: 1, letters: [ease(3), ease(4)] },
    ]);
  });
  it('are sent again with the same number until the server has them', async () => {
    const { post, pause, kept, waits } = server(5);
    createOutbox({ post, pause, heading }).send(ease(1));
    await turns();
    await turns();
    expect(kept).toEqual([{ ...heading(), seq: 0, letters: [ease(1)] }]);
    expect(waits).toEqual([500, 1000, 2000, 4000, 5000]);
  });
  it('are forgotten when the peer is gone', async () => {
    const { post, pause, kept } = server(1);
    const outbox = createOutbox({ post, pause, heading });
    outbox.send(ease(1));
    outbox.close();
    await turns();
    expect(kept).toEqual([]);
  });
});
