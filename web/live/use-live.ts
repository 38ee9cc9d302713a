import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { live } from '#contract/live';
import { addressOf } from '../api/request';
import { createLiveStore, type LiveStore } from './live-store';
import type { LiveState } from './live-state';

const createBrowserStore = (): LiveStore =>
  createLiveStore({
    open: (address) => new EventSource(address),
    now: () => Date.now(),
    random: Math.random,
  });

/** One store a page, listening while it is mounted. Staff name the room they look into; null: not yet. */
export function useLiveStore(room: string | undefined, active = true): LiveStore {
  const [store] = useState(createBrowserStore);
  useEffect(() => {
    if (!active) return undefined;
    store.listen(addressOf(live, undefined, { room }));
    const back = (): void => {
      if (document.visibilityState === 'visible') store.renew();
    };
    const fromCache = (event: PageTransitionEvent): void => {
      if (event.persisted) store.renew();
    };
    window.addEventListener('online', back);
    window.addEventListener('pageshow', fromCache);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pageshow', fromCache);
      store.close();
    };
  }, [store, room, active]);
  return store;
}

/** Renders again only when the selected part changed. `select` gives parts of the state as they are. */
export function useLive<T>(store: LiveStore, select: (state: LiveState) => T): T {
  const snapshot = useCallback(() => select(store.state()), [store, select]);
  return useSyncExternalStore(store.subscribe, snapshot);
}
