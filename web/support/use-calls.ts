import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { listHelpCalls, readHelpCall } from '#contract/help';
import { useApi } from '../api/ApiProvider';
import type { No } from '../api/result';

export type CallLine = OutputOf<typeof listHelpCalls>['calls'][number];
export type OpenedCall = OutputOf<typeof readHelpCall>;

const LIST_EVERY_MS = 3_000;
const CALL_EVERY_MS = 2_000;

/** Asks again and again; what was last known stays while the server is silent. */
function useRepeated<T>(ask: () => Promise<{ ok: true; value: T } | { ok: false; no: No }>, everyMs: number) {
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

/** Support's list, some seconds old at most: a handful of readers, and nothing that a stream could lose. */
export function useCalls() {
  const { call } = useApi();
  const ask = useCallback(() => call(listHelpCalls), [call]);
  return useRepeated(ask, LIST_EVERY_MS);
}

export function useOpenedCall({ sittingId, id: callId }: Pick<CallLine, 'sittingId' | 'id'>) {
  const { call } = useApi();
  const ask = useCallback(
    () => call(readHelpCall, { params: { sittingId, callId } }),
    [call, sittingId, callId],
  );
  return useRepeated(ask, CALL_EVERY_MS);
}
