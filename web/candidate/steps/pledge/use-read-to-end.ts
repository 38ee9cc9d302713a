import { useCallback, useState, type RefCallback } from 'react';

/** True once the end of a text was on the screen; it stays so. `end` marks the end. */
export function useReadToEnd(): { readonly read: boolean; readonly end: RefCallback<HTMLElement> } {
  const [read, setRead] = useState(false);
  const end = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setRead(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { read, end };
}
