import { useCallback, useState, type RefCallback } from 'react';

/** The end must stand on the screen this long: a short text, too, is read before it is agreed to. */
const READING_MS = 2_000;

/** True once the end of a text was on the screen for a moment; it stays so. `end` marks the end. */
export function useReadToEnd(): { readonly read: boolean; readonly end: RefCallback<HTMLElement> } {
  const [read, setRead] = useState(false);
  const end = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      const seen = entries.at(-1)?.isIntersecting ?? false;
      if (seen) timer = setTimeout(() => setRead(true), READING_MS);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return { read, end };
}
