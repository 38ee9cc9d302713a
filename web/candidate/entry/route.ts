import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'link'; readonly token: string }
  | { readonly page: 'pair'; readonly token: string | null };

/** The candidate's few addresses; whatever else leads home. */
export function routeOf(pathname: string): Route {
  const [first, second] = pathname.split('/').filter(Boolean);
  if (first === 'link' && second) return { page: 'link', token: decodeURIComponent(second) };
  if (first === 'pair') return { page: 'pair', token: second ? decodeURIComponent(second) : null };
  return { page: 'home' };
}

const MOVED = 'examhall:moved';

/** Replaces the address: a spent token should neither be bookmarked nor come back by the back button. */
export function replaceAddress(address: string): void {
  window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

export const usePathname = (): string => useSyncExternalStore(subscribe, () => window.location.pathname);
