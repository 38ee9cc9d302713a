import { useCallback, useEffect, useRef, useState } from 'react';
import { readSittingAnswers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';

export type Reading = OutputOf<typeof readSittingAnswers>;
export type SheetSet = Reading['sets'][number];

/** Addresses of pictures work for five minutes; one that fails earlier is not mended by asking again. */
const OLD_MS = 120_000;

interface Wanted {
  readonly sittingId: string;
  readonly stepId: string;
  /** An earlier state; null: what counts. */
  readonly revision: number | null;
}

/** What one candidate wrote. Each reading is recorded, so it is asked for once, and again only when asked to. */
export function useReading({ sittingId, stepId, revision }: Wanted) {
  const { call } = useApi();
  const [reading, setReading] = useState<Reading | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [count, setCount] = useState(0);
  const readAt = useRef(0);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () =>
      call(readSittingAnswers, {
        params: { sittingId, stepId },
        query: revision === null ? {} : { revision },
      });
    void insist(ask, { signal: stop.signal }).then((result) => {
      if (!result) return;
      readAt.current = Date.now();
      setFailed(result.ok ? null : result);
      if (result.ok) setReading(result.value);
    });
    return () => stop.abort();
  }, [call, sittingId, stepId, revision, count]);
  const again = useCallback(() => setCount((asked) => asked + 1), []);
  const renew = useCallback(() => {
    if (Date.now() - readAt.current > OLD_MS) again();
  }, [again]);
  return { reading, failed, again, renew };
}
