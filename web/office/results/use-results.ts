import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { readResults, releaseResults, signResults } from '#contract/results';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused, Result } from '../../api/result';

export type Results = OutputOf<typeof readResults>;
export type ResultLine = Results['results'][number];

/** A room's results as they were looked at last: each look is recorded, so the page looks when it is told to. */
export function useResults(roomId: string) {
  const { call } = useApi();
  const [results, setResults] = useState<Results | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [looks, setLooks] = useState(0);
  const again = useCallback(() => setLooks((count) => count + 1), []);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => call(readResults, { params: { roomId } });
    void insist(ask, { signal: stop.signal }).then((result) => {
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setResults(result.value);
    });
    return () => stop.abort();
  }, [call, roomId, looks]);
  const act = async (asked: Promise<Result<unknown>>): Promise<void> => {
    setBusy(true);
    const result = await asked;
    setBusy(false);
    setFailed(result.ok ? null : result);
    if (result.ok || result.no.refused !== 'RESULTS_OPEN') again();
  };
  return {
    ...{ results, failed, busy, again },
    sign: (digest: string) => act(call(signResults, { params: { roomId }, body: { digest } })),
    release: () => {
      const examId = results?.examId;
      return examId === undefined ? undefined : act(call(releaseResults, { params: { examId } }));
    },
  };
}
