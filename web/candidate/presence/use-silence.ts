import { useEffect, useRef } from 'react';
import { useServerClock } from '../../ui/server-clock';

export interface Silence {
  /** Server time now, whole ms. */
  readonly now: () => number;
  /** What a report says of it: since when nobody heard this page, if that is so. */
  readonly said: () => { readonly silent?: { readonly from: number; readonly to: number } };
  /** Nobody heard what was said at `at`. */
  readonly begin: (at: number) => void;
  readonly end: () => void;
}

/** Since when this page has not been heard: the server measures an outage more closely than by missing reports. */
export function useSilence(): Silence {
  const { now: serverNow } = useServerClock();
  const from = useRef<number | null>(null);
  const now = (): number => Math.round(serverNow());
  const begin = (at: number): void => {
    from.current ??= at;
  };
  useEffect(() => {
    const gone = (): void => {
      from.current ??= Math.round(serverNow());
    };
    window.addEventListener('offline', gone);
    return () => window.removeEventListener('offline', gone);
  }, [serverNow]);
  return {
    now,
    said: () => (from.current === null ? {} : { silent: { from: from.current, to: now() } }),
    begin,
    end: () => {
      from.current = null;
    },
  };
}
