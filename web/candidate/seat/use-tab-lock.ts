import { useCallback, useEffect, useState } from 'react';

/** `elsewhere`: another tab of this browser holds the exam. Without Web Locks every tab holds it. */
export type TabPlace = 'asking' | 'here' | 'elsewhere';

interface TabLock {
  readonly place: TabPlace;
  /** Takes the exam into this tab; the other one shows that it is open here. */
  readonly takeHere: () => void;
}

const LOCK = 'examhall.position';

/** Asks for the exam's lock and holds it until `signal` ends or another tab takes it. */
async function hold(
  how: LockOptions,
  signal: AbortSignal,
  tell: (place: TabPlace) => void,
): Promise<'taken' | 'busy'> {
  let held = false;
  try {
    await navigator.locks.request(LOCK, how, (lock) => {
      if (!lock) return undefined;
      held = true;
      if (!signal.aborted) tell('here');
      return new Promise<void>((release) => {
        if (signal.aborted) release();
        signal.addEventListener('abort', () => release());
      });
    });
  } catch {
    // Stolen by another tab, or given up: both are said by `held`.
  }
  return held ? 'taken' : 'busy';
}

/** One tab of a browser holds the exam. The others wait in line, and go on by themselves when it closes. */
export function useTabLock(): TabLock {
  const able = 'locks' in navigator;
  const [place, setPlace] = useState<TabPlace>(able ? 'asking' : 'here');
  const [steal, setSteal] = useState(0);
  useEffect(() => {
    if (!able) return undefined;
    const control = new AbortController();
    const claim = async (): Promise<void> => {
      await hold(steal > 0 ? { steal: true } : { ifAvailable: true }, control.signal, setPlace);
      while (!control.signal.aborted) {
        setPlace('elsewhere');
        await hold({ signal: control.signal }, control.signal, setPlace);
      }
    };
    void claim();
    return () => control.abort();
  }, [able, steal]);
  const takeHere = useCallback(() => setSteal((count) => count + 1), []);
  return { place, takeHere };
}
