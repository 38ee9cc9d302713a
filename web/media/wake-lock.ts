export interface WakeLock {
  /** Keeps the screen on until the returned function is called; taken again after every return to the page. */
  readonly hold: () => () => void;
  readonly held: () => boolean;
}

export interface WakeLockParts {
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener'>;
  /** Undefined where the browser cannot: then the device check says to keep the screen on. */
  readonly request: (() => Promise<WakeLockSentinel>) | undefined;
}

export function createWakeLock({ page, request }: WakeLockParts): WakeLock {
  const holders = new Set<symbol>();
  const lock: { sentinel: WakeLockSentinel | null; asking: boolean } = { sentinel: null, asking: false };

  const take = async (): Promise<void> => {
    const wanted = holders.size > 0 && page.visibilityState === 'visible';
    if (!wanted || !request || lock.asking || (lock.sentinel && !lock.sentinel.released)) return;
    lock.asking = true;
    try {
      lock.sentinel = await request();
    } catch {
      // Battery saver, or the page was left meanwhile: the next return asks again.
      lock.sentinel = null;
    } finally {
      lock.asking = false;
    }
    if (holders.size === 0) await letGo();
  };
  const letGo = async (): Promise<void> => {
    const { sentinel } = lock;
    lock.sentinel = null;
    await sentinel?.release().catch(() => undefined);
  };

  page.addEventListener('visibilitychange', () => void take());
  return {
    hold() {
      const holder = Symbol('holder');
      holders.add(holder);
      void take();
      return () => {
        holders.delete(holder);
        if (holders.size === 0) void letGo();
      };
    },
    held: () => lock.sentinel !== null && !lock.sentinel.released,
  };
}

/** The screen of this browser. */
export function browserWakeLock(): WakeLock {
  const able = 'wakeLock' in navigator;
  return createWakeLock({
    page: document,
    request: able ? () => navigator.wakeLock.request('screen') : undefined,
  });
}
