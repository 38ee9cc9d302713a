import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 599.98px)';

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** A phone held upright: two pictures beside each other have room for a face or for words. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
