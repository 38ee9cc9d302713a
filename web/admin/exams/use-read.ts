import { useCallback, useEffect, useState } from 'react';
import { insist } from '../../api/insist';
import type { Refused, Result } from '../../api/result';

/** What the server says, asked for when the page opens and whenever it is wanted again. `ask` must be stable. */
export function useRead<T>(ask: () => Promise<Result<T>>) {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const result = await insist(ask, { signal });
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setValue(result.value);
    },
    [ask],
  );
  useEffect(() => {
    const given = new AbortController();
    void read(given.signal);
    return () => given.abort();
  }, [read]);
  const again = useCallback(() => read(AbortSignal.timeout(20_000)), [read]);
  return { value, failed, again, put: setValue };
}
