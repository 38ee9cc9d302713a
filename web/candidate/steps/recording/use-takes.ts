import { useCallback, useEffect, useState } from 'react';
import { readTakes, type RecordedTake } from '#contract/takes';
import { useApi } from '../../../api/ApiProvider';

/** What the server has of the takes, asked again and again while `everyMs` is given. */
export function useTakes(everyMs: number | null): {
  readonly takes: readonly RecordedTake[];
  readonly again: () => void;
} {
  const { call } = useApi();
  const [takes, setTakes] = useState<readonly RecordedTake[]>([]);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (everyMs === null) return undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const result = await call(readTakes);
      if (stopped) return;
      if (result.ok) setTakes(result.value.takes);
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [call, everyMs, asked]);
  const again = useCallback(() => setAsked((times) => times + 1), []);
  return { takes, again };
}
