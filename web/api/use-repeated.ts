import { useCallback, useEffect, useState } from 'react';
import type { No, Result } from './result';

/** Asks again and again; what was last known stays while the server is silent. */
export function useRepeated<T>(ask: () => Promise<Result<T>>, everyMs: number) {
  const [known, setKnown] = useState<T | null>(null);
  const [failed, setFailed] = useState<No | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const result = await ask();
      if (stopped) return;
      setFailed(result.ok ? null : result.no);
      if (result.ok) setKnown(result.value);
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [ask, everyMs, count]);
  const again = useCallback(() => setCount((asked) => asked + 1), []);
  return { known, failed, again };
}
