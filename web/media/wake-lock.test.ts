import { createWakeLock } from './wake-lock';

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function screen() {
  const heard: (() => void)[] = [];
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) =>
      void heard.push(listener as () => void),
  };
  const sentinels: { released: boolean; release: () => Promise<void> }[] = [];
  const request = (): Promise<WakeLockSentinel> => {
    const sentinel = {
      released: false,
      release() {
        this.released = true;
        return Promise.resolve();
      },
    };
    sentinels.push(sentinel);
    return Promise.resolve(sentinel as unknown as WakeLockSentinel);
  };
  const turnTo = (state: DocumentVisibilityState): void => {
    page.visibilityState = state;
    if (state === 'hidden') sentinels.forEach((sentinel) => (sentinel.released = true));
    heard.forEach((tell) => tell());
  };
  return { page, request, sentinels, turnTo };
}

describe('the screen', () => {
  it('stays on while somebody holds it', async () => {
    const { page, request } = screen();
    const lock = createWakeLock({ page, request });
    const release = lock.hold();
    await turns();
    expect(lock.held()).toBe(true);
    release();
    await turns();
    expect(lock.held()).toBe(false);
  });
  it('is held again after every return to the page', async () => {
    const { page, request, sentinels, turnTo } = screen();
    const lock = createWakeLock({ page, request });
    lock.hold();
    await turns();
    turnTo('hidden');
    expect(lock.held()).toBe(false);
    turnTo('visible');
    await turns();
    expect(lock.held()).toBe(true);
    expect(sentinels).toHaveLength(2);
  });
  it('is let go only by the last holder', async () => {
    const { page, request } = screen();
    const lock = createWakeLock({ page, request });
    const [first, second] = [lock.hold(), lock.hold()];
    await turns();
    first();
    await turns();
    expect(lock.held()).toBe(true);
    second();
    await turns();
    expect(lock.held()).toBe(false);
  });
  it('is no trouble where the browser cannot', async () => {
    const lock = createWakeLock({ page: screen().page, request: undefined });
    lock.hold()();
    await turns();
    expect(lock.held()).toBe(false);
  });
});
