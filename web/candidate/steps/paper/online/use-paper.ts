import { useEffect, useState } from 'react';
import { readPaper } from '#contract/answers';
import { useApi } from '../../../../api/ApiProvider';
import { insist, pause } from '../../../../api/insist';
import type { Refused } from '../../../../api/result';
import type { OutputOf } from '#contract/endpoint';

type OpenedPaper = OutputOf<typeof readPaper>;

interface UsePaper {
  readonly opened: OpenedPaper | null;
  /** Why there is none yet: it is asked for again by itself. */
  readonly refused: Refused | null;
}

const AGAIN_MS = 3_000;

/** Fetches the paper as soon as it is open, and asks again for as long as the server says no. */
export function usePaper(isOpen: boolean): UsePaper {
  const { call } = useApi();
  const [state, setState] = useState<UsePaper>({ opened: null, refused: null });
  useEffect(() => {
    if (!isOpen) return undefined;
    const stop = new AbortController();
    const fetchIt = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const result = await insist(() => call(readPaper), stop);
        if (!result) return;
        if (result.ok) return setState({ opened: result.value, refused: null });
        const { no, requestId } = result;
        setState({ opened: null, refused: { no, requestId } });
        await pause(AGAIN_MS, stop.signal);
      }
    };
    void fetchIt();
    return () => stop.abort();
  }, [call, isOpen]);
  return state;
}
