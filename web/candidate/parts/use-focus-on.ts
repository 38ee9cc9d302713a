import { useEffect, useRef } from 'react';

/**
 * When a page gives way to another, focus goes to the new one's main part, so that keyboard and screen reader
 * begin there. Not at the first page: the browser starts at the top by itself.
 */
export function useFocusOn(key: string): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && before.current !== key) {
      const main = document.getElementById('main');
      main?.focus({ preventScroll: true });
      main?.scrollTo({ top: 0 });
      window.scrollTo({ top: 0 });
    }
    before.current = key;
  }, [key]);
}
